// A deck on disk: what its folder must hold, and the sentence an author reads when it does not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, describe, expect, test } from 'vitest';
import { loadDeck } from './load-deck.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'un support '));
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

describe('loadDeck()', () => {
  test('reads the files in the order of slides.json', async () => {
    const folder = await folderWith({
      'slides.json': '\uFEFF["b.md", "a.md"]',
      'a.md': '# A',
      'b.md': '# B',
    });
    const deck = await loadDeck(folder);
    expect(deck.chapters.map(({ title }) => title)).toEqual(['B', 'A']);
  });

  test('accepts an empty list', async () => {
    const folder = await folderWith({ 'slides.json': '[]' });
    expect((await loadDeck(folder)).chapters).toEqual([]);
  });

  test('names the file that the list cites and that is not there', async () => {
    const folder = await folderWith({ 'slides.json': '["01-absent.md"]' });
    await expect(loadDeck(folder)).rejects.toMatchObject({
      code: 'DECK_FILE_MISSING',
      message: expect.stringContaining('01-absent.md') as string,
    });
  });

  test('names the list that is not there', async () => {
    const folder = await folderWith({});
    await expect(loadDeck(folder)).rejects.toMatchObject({
      code: 'DECK_LIST_MISSING',
      message: expect.stringContaining('slides.json') as string,
    });
  });

  test.each(['', '{', '{"a": 1}', '[1]', '[""]', 'null'])(
    'refuses a list that is not an array of paths: %j',
    async (list) => {
      const folder = await folderWith({ 'slides.json': list });
      await expect(loadDeck(folder)).rejects.toMatchObject({ code: 'DECK_LIST_INVALID' });
    },
  );
});
