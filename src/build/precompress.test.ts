// What is compressed, what is left alone, and that the copies give the file back.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { precompress } from './precompress.ts';

const PAGE = '<p>Une trame, deux trames, trois trames.</p>\n'.repeat(50);

async function site(files: Record<string, string>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'trame précompressé '));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return {
    folder,
    read: (name: string) => readFile(path.join(folder, name)),
    names: async () => (await readdir(folder, { recursive: true })).sort(),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

test('precompress() writes both copies of a text file, at any depth', async () => {
  await using dist = await site({ 'a/b c/index.html': PAGE });
  expect(await precompress(dist.folder)).toBe(1);
  expect(brotliDecompressSync(await dist.read('a/b c/index.html.br')).toString()).toBe(PAGE);
  expect(gunzipSync(await dist.read('a/b c/index.html.gz')).toString()).toBe(PAGE);
});

test('precompress() leaves images, fonts and files that would grow alone', async () => {
  await using dist = await site({ 'logo.png': PAGE, 'font.woff2': PAGE, 'tiny.txt': 'a' });
  expect(await precompress(dist.folder)).toBe(0);
  expect(await dist.names()).toEqual(['font.woff2', 'logo.png', 'tiny.txt']);
});

test('precompress() replaces or removes the copies of an earlier build', async () => {
  await using dist = await site({
    'page.html': PAGE,
    'page.html.br': 'old',
    'tiny.txt': 'a',
    'tiny.txt.gz': 'old',
  });
  await precompress(dist.folder);
  expect(brotliDecompressSync(await dist.read('page.html.br')).toString()).toBe(PAGE);
  expect(await dist.names()).toEqual(['page.html', 'page.html.br', 'page.html.gz', 'tiny.txt']);
});

test('precompress() gives the same bytes twice', async () => {
  await using dist = await site({ 'page.html': PAGE });
  await precompress(dist.folder);
  const first = await dist.read('page.html.gz');
  await precompress(dist.folder);
  expect(await dist.read('page.html.gz')).toEqual(first);
});
