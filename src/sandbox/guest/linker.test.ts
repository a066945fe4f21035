import { describe, expect, test } from 'vitest';
import { Linker } from './linker.ts';

/** Addresses are of no account here. */
const registry = { url: 'blob:registry', scope: {}, facade: () => 'blob:facade' };

const FILES = {
  'serveur.js': "import { a } from './lib/a.js';",
  'lib/a.js': "export { b as a } from './b.js';",
  'lib/b.js': 'export const b = 1;',
  'autre.js': 'export const autre = 1;',
  'lettre.txt': 'pas du code',
};

function filesFrom(entries: readonly string[], changed: Readonly<Record<string, string>> = {}) {
  const linker = new Linker({ files: { ...FILES, ...changed }, builtins: new Map(), registry });
  return linker
    .linkFrom(entries)
    .map(({ file }) => file)
    .sort();
}

describe('Linker', () => {
  test('links what the entries import, and nothing that nobody imports', () => {
    expect(filesFrom(['serveur.js'])).toEqual(['lib/a.js', 'lib/b.js', 'serveur.js']);
    expect(filesFrom(['autre.js', 'lib/b.js'])).toEqual(['autre.js', 'lib/b.js']);
  });

  test('follows an import() that says its file, and links all for one that computes it', () => {
    const lib = { 'lib/b.js': "export const b = () => import('../autre.js');" };
    expect(filesFrom(['serveur.js'], lib)).toContain('autre.js');
    const computed = { 'lib/b.js': 'export const b = (name) => import(name);' };
    expect(filesFrom(['serveur.js'], computed)).toEqual([
      'autre.js',
      'lib/a.js',
      'lib/b.js',
      'serveur.js',
    ]);
  });

  test('cannot link files that import one another in a circle, and comes to an end', () => {
    const circle = { 'lib/b.js': "import '../serveur.js'; export const b = 1;" };
    const linker = new Linker({ files: { ...FILES, ...circle }, builtins: new Map(), registry });
    expect(linker.linkFrom(['serveur.js'])).toEqual([]);
    expect(() => linker.module('serveur.js')).toThrow();
  });

  test('leaves out a file that cannot be linked, and says why when it is asked for', () => {
    const broken = { 'lib/b.js': "import './perdu.js'; export const b = 1;" };
    const linker = new Linker({ files: { ...FILES, ...broken }, builtins: new Map(), registry });
    expect(linker.linkFrom(['serveur.js', 'autre.js']).map(({ file }) => file)).toEqual([
      'autre.js',
    ]);
    expect(() => linker.module('serveur.js')).toThrow();
  });
});
