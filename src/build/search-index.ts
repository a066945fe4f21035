// Writes the search's index into the built site: Pagefind's files, only those that our worker asks for, and the synonyms.
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { loadGlossary } from '../course/glossary/glossary.ts';
import { searchRecords, type SearchRecord } from './search-records.ts';

/** Pages of which something can be found. */
const PAGES = ['cours/*/index.html', 'errata/index.html', 'labos/*/*/index.html'];
/** Of what Pagefind writes: its module, its French WebAssembly, its index. Its own interfaces are not ours. */
const KEPT =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.fr\.pagefind|pagefind\.fr_\w+\.pf_meta|(?:index|fragment)\/.+)$/;

/**
 * Indexes the pages of `dist`, in French.
 *
 * @param slides the folder of the glossary, whose terms are each other's synonyms
 * @returns how many records can be found
 */
export async function writeSearchIndex(dist: string, slides: string): Promise<number> {
  const folder = path.join(dist, 'pagefind');
  const records = await readRecords(dist);
  const { index } = await pagefind.createIndex({ forceLanguage: 'fr', writePlayground: false });
  if (index === undefined) throw new Error('Pagefind gave no index');
  try {
    for (const record of records) {
      const { errors } = await index.addHTMLFile({
        url: record.address,
        content: pageOf(record),
      });
      if (errors.length > 0) throw new Error(`${record.address}: ${errors.join(', ')}`);
    }
    const { files } = await index.getFiles();
    for (const file of files.filter((one) => KEPT.test(one.path))) {
      const target = path.join(folder, file.path);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, file.content);
    }
  } finally {
    await pagefind.close();
  }
  const terms = await loadGlossary(slides);
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'synonymes.json'),
    JSON.stringify(terms.map(({ forms }) => forms).filter((forms) => forms.length > 1)),
  );
  return records.length;
}

async function readRecords(dist: string): Promise<readonly SearchRecord[]> {
  const pages = globSync(PAGES, { cwd: dist }).sort();
  const records = await Promise.all(
    pages.map(async (page) => {
      const pathname = `/${page.replaceAll(path.sep, '/').replace(/index\.html$/, '')}`;
      return searchRecords(pathname, await readFile(path.join(dist, page), 'utf8'));
    }),
  );
  return records.flat();
}

/** A title weighs more than the text under it. */
const pageOf = ({ title, place, text }: SearchRecord): string =>
  `<html lang="fr"><head><meta data-pagefind-meta="place[content]" content="${escapeHtml(place)}"></head>` +
  `<body data-pagefind-body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></body></html>`;

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
