// `npm run pdf`: the slides on paper, with and without their notes, as tagged PDFs with an outline.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, CHROMIUM_VARIABLE, findChromium } from '../../e2e/chromium.ts';
import { createTrameServer } from '../server/trame-server.ts';
import { describePdf } from './describe-pdf.ts';
import type { PdfDescription } from './describe-pdf.ts';
import { isStale } from './freshness.ts';
import { build, ROOT, STAMP } from './main.ts';

/** By file name, the address that is printed. */
const DOCUMENTS = {
  'diapos.pdf': '/diapos/?vue=page',
  'diapos-notes.pdf': '/diapos/notes/',
} as const;

export type WrittenPdf = PdfDescription & { readonly file: string };

/** A PDF that cannot be written; its message is a French sentence. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

/**
 * Prints the deck of a built site.
 *
 * @param dist the built site
 * @param out folder that receives the files
 * @throws PdfError where there is no Chromium
 */
export async function writePdfs(dist: string, out: string): Promise<WrittenPdf[]> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new PdfError(
      `Aucun Chromium n’a été trouvé, et c’est lui qui imprime. Installez-le («\u202Fapt-get install chromium\u202F») ou donnez son chemin dans ${CHROMIUM_VARIABLE}.`,
    );
  }
  const server = createTrameServer({ dist });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    await mkdir(out, { recursive: true });
    const written: WrittenPdf[] = [];
    for (const [name, address] of Object.entries(DOCUMENTS)) {
      const page = await browser.newPage({ colorScheme: 'light', locale: 'fr-FR' });
      await page.goto(`http://127.0.0.1:${port}${address}`, { waitUntil: 'load' });
      // The page has prepared itself for paper, and has its fonts.
      await page.locator('html[data-vue]').waitFor({ state: 'attached' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const bytes = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      });
      await page.close();
      const file = path.join(out, name);
      await writeFile(file, bytes);
      written.push({ file, ...describePdf(bytes) });
    }
    return written;
  } finally {
    await browser.close();
    await server.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dist = path.join(ROOT, 'dist');
  try {
    const { values } = parseArgs({ options: { out: { type: 'string' } } });
    if (await isStale(ROOT, path.join(dist, STAMP))) await build();
    const out = path.resolve(values.out ?? path.join(dist, 'pdf'));
    for (const { file, pages, tagged } of await writePdfs(dist, out)) {
      const said = tagged ? 'balisé' : 'sans balises';
      console.log(`${path.relative(process.cwd(), file)}\u00a0: ${pages} pages, ${said}.`);
    }
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 2;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof PdfError) return error.message;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE')) {
    return 'Une seule option est connue\u00a0: --out suivi d’un dossier.';
  }
  return `Le PDF n’a pas été écrit\u00a0: ${error instanceof Error ? error.message : String(error)}`;
}
