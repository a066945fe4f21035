// What is found of each kind of page, and under which address.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeSearchIndex } from './search-index.ts';
import { searchRecords } from './search-records.ts';

const page = (body: string) => `<!doctype html><html lang="fr"><body>${body}</body></html>`;

test('a chapter gives a record for each section, without its buttons and links to slides', () => {
  const html = page(
    '<h1>Le masque</h1><section data-section="un" data-label="Un titre"><div class="course-heading"><h2>Un titre</h2><a>diapo</a></div><p>Du <code>code</code>, et</p><p>du texte.</p></section>',
  );
  expect(searchRecords('/cours/masque/', html)).toEqual([
    {
      address: '/cours/masque/#un',
      title: 'Un titre',
      place: 'Le masque',
      text: 'Du code, et du texte.',
    },
  ]);
});

test('the glossary gives its terms, the errata their entries', () => {
  const term = page(
    '<h1>Glossaire</h1><div class="glossary-term" id="trame"><dt>trame <span lang="en">frame</span></dt><dd><p>Unité.</p></dd></div>',
  );
  expect(searchRecords('/cours/glossaire/', term)).toMatchObject([
    { address: '/cours/glossaire/#trame', title: 'trame', text: 'frame Unité.' },
  ]);
  const erratum = page('<h1>Errata</h1><article class="erratum" id="e5-1"><p>Dit</p></article>');
  expect(searchRecords('/errata/', erratum)).toMatchObject([
    { address: '/errata/#e5-1', title: 'E5.1', text: 'Dit' },
  ]);
});

test('a step gives its consigne, a list of steps nothing', () => {
  const step = page(
    '<h1>1.3 Calculer la preuve</h1><section class="instructions"><p>Écrivez.</p></section><textarea>code</textarea>',
  );
  expect(searchRecords('/labos/poignee-de-main/1-3/', step)).toEqual([
    {
      address: '/labos/poignee-de-main/1-3/',
      title: 'Calculer la preuve',
      place: 'Labo 1.3',
      text: 'Écrivez.',
    },
  ]);
  expect(searchRecords('/labos/poignee-de-main/1-3/', page('<h1>Labo</h1>'))).toEqual([]);
});

test('writeSearchIndex() writes what the worker asks for, and none of Pagefind’s interfaces', async () => {
  const dist = await mkdtemp(path.join(tmpdir(), 'trame search '));
  onTestFinished(() => rm(dist, { recursive: true }));
  await mkdir(path.join(dist, 'cours/masque'), { recursive: true });
  await writeFile(
    path.join(dist, 'cours/masque/index.html'),
    page('<h1>Masque</h1><section data-section="a" data-label="A"><p>Texte</p></section>'),
  );
  expect(await writeSearchIndex(dist, path.join(dist, 'no slides'))).toBe(1);
  const written = async (name: string) => readFile(path.join(dist, 'pagefind', name), 'utf8');
  expect(JSON.parse(await written('pagefind-entry.json'))).toMatchObject({
    languages: { fr: { page_count: 1 } },
  });
  expect(JSON.parse(await written('synonymes.json'))).toEqual([]);
  await expect(written('pagefind.js')).resolves.toContain('pagefind');
  await expect(written('pagefind-ui.js')).rejects.toThrow();
});

test('a site without a page to find has an index all the same', async () => {
  const dist = await mkdtemp(path.join(tmpdir(), 'trame search '));
  onTestFinished(() => rm(dist, { recursive: true }));
  expect(await writeSearchIndex(dist, dist)).toBe(0);
});
