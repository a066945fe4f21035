import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { readStudentDirectory } from './student-directory.ts';
import { WrongUse } from './wrong-use.ts';

const OWN = ['poignee/accept.js'];
const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function directoryWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = await mkdtemp(join(tmpdir(), 'mon dossier d’élève '));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

async function refusal(directory: string): Promise<string> {
  const error: unknown = await readStudentDirectory(directory, OWN).then(
    () => new Error('it was read'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof WrongUse)) throw error;
  return error.message.replace(/[\u00a0\u202f]/g, ' ');
}

describe('readStudentDirectory()', () => {
  test('reads sources by path with forward slashes, and leaves the rest alone', async () => {
    const directory = await directoryWith({
      'poignee/accept.js': '// été',
      'poignee/outils/sha1.js': 'b',
      'reponses.json': '{}',
      'notes.txt': 'non',
      '.git/config.js': 'non',
      'node_modules/ws/index.js': 'non',
    });
    expect(await readStudentDirectory(directory, OWN)).toEqual({
      files: {
        'poignee/accept.js': '// été',
        'poignee/outils/sha1.js': 'b',
        'reponses.json': '{}',
      },
      notes: [],
    });
  });

  test('follows a symbolic link to the step’s file', async () => {
    const directory = await directoryWith({ 'ailleurs.js': 'x', 'poignee/autre.js': '' });
    await symlink(join(directory, 'ailleurs.js'), join(directory, 'poignee/accept.js'));
    expect((await readStudentDirectory(directory, OWN)).files).toHaveProperty(
      ['poignee/accept.js'],
      'x',
    );
  });

  test('ignores another file that is too big or no text, and says so', async () => {
    const directory = await directoryWith({
      'poignee/accept.js': 'a',
      'gros.js': 'x'.repeat(600 * 1024),
      'image.js': Uint8Array.of(0xff, 0xd8, 0x00),
    });
    const { files, notes } = await readStudentDirectory(directory, OWN);
    expect(Object.keys(files)).toEqual(['poignee/accept.js']);
    expect(notes[0]).toContain('gros.js, image.js');
  });

  test('reads the step’s file even from a folder with too many others', async () => {
    const many = Array.from({ length: 520 }, (_, index) => [`a/${index}.js`, ''] as const);
    const directory = await directoryWith({
      ...Object.fromEntries(many),
      'poignee/accept.js': 'mine',
    });
    const { files, notes } = await readStudentDirectory(directory, OWN);
    expect(files['poignee/accept.js']).toBe('mine');
    expect(notes[0]).toContain('500');
  });

  test('refuses a directory that does not exist, by its name', async () => {
    expect(await refusal('/nulle/part')).toBe('Le dossier « /nulle/part » n’existe pas.');
  });

  test('refuses a file given for a directory', async () => {
    const directory = await directoryWith({ 'poignee/accept.js': '' });
    expect(await refusal(join(directory, 'poignee/accept.js'))).toMatch(
      /est un fichier .* où se trouve «.poignee.»/,
    );
  });

  test('refuses a directory without the step’s file, with the path where it was looked for', async () => {
    const directory = await directoryWith({ 'poignee/lire.js': '' });
    expect(await refusal(directory)).toContain(join(directory, 'poignee/accept.js'));
  });

  test('suggests the parent when the folder inside was given', async () => {
    const directory = await directoryWith({ 'poignee/accept.js': '' });
    const sentence = await refusal(join(directory, 'poignee'));
    expect(sentence).toContain(`Donnez plutôt le dossier parent : ${directory}.`);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['binary', Uint8Array.of(1, 0, 2), 'pas un fichier texte'],
    ['not UTF-8', Uint8Array.of(0x2f, 0x2f, 0xe9), 'pas un fichier texte'],
    ['huge', 'x'.repeat(1024 * 1024), 'pèse 1024 ko'],
  ])('refuses a step’s file that is %s', async (_what, content, words) => {
    const directory = await directoryWith({ 'poignee/accept.js': content });
    expect(await refusal(directory)).toContain(words);
  });

  test('refuses a folder that has the name of the step’s file', async () => {
    const directory = await directoryWith({ 'poignee/accept.js/index.js': '' });
    expect(await refusal(directory)).toContain('n’est pas un fichier');
  });
});
