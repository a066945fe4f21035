import { describe, expect, test } from 'vitest';
import { resolveSpecifier } from './resolve.ts';

const FILES = ['poignee/accept.js', 'poignee/lire.js', 'trames/index.js', 'racine.js', 'a b.js'];
const modules = {
  hasFile: (file: string) => FILES.includes(file),
  hasBuiltin: (name: string) => ['crypto', 'timers/promises', 'ws'].includes(name),
  isPackage: (name: string) => name === 'ws',
};
const resolve = (specifier: string, from = 'poignee/accept.js') =>
  resolveSpecifier(specifier, from, modules);

describe('resolveSpecifier()', () => {
  test.each([
    ['./lire.js', 'poignee/lire.js'],
    ['../trames/index.js', 'trames/index.js'],
    ['./../racine.js', 'racine.js'],
    ['.././poignee/../racine.js', 'racine.js'],
    ['../a%20b.js', 'a b.js'],
    ['./lire.js?v=2', 'poignee/lire.js'],
    ['file:///racine.js', 'racine.js'],
  ])('finds the file of %s', (specifier, file) => {
    expect(resolve(specifier)).toEqual({ kind: 'file', file });
  });

  test.each([
    ['node:crypto', 'crypto'],
    ['crypto', 'crypto'],
    ['node:timers/promises', 'timers/promises'],
    ['ws', 'ws'],
  ])('gives the built-in of %s', (specifier, name) => {
    expect(resolve(specifier)).toEqual({ kind: 'builtin', name });
  });

  test.each([
    './lire',
    './Lire.js',
    '../trames',
    '../trames/',
    '.',
    '../../racine.js',
    'lire.js',
    'lire',
    'poignee/lire.js',
    '/poignee/lire.js',
    '#interne',
    '',
    './lire.js/',
    'file:///absent.js',
    './%E0%A4%A',
  ])('says that %j is missing: Node guesses neither extension nor index', (specifier) => {
    expect(resolve(specifier)).toEqual({ kind: 'missing' });
  });

  test.each([
    'node:fs',
    'fs',
    'node:ws',
    'express',
    '@scope/paquet',
    'http://localhost/x.js',
    'https://esm.sh/ws',
    '//localhost/x.js',
    'data:text/javascript,1',
    'blob:null/0',
    'toString',
    '__proto__',
  ])('forbids %s', (specifier) => {
    expect(resolve(specifier)).toEqual({ kind: 'forbidden' });
  });
});
