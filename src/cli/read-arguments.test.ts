import { expect, test } from 'vitest';

import { readArguments } from './read-arguments.ts';
import { HelpWanted, WrongUse } from './wrong-use.ts';

const RULES = {
  usage: 'grade …',
  help: ['Corrige.'],
  positions: 2,
  number: { name: 'seed', minimum: 0 },
};

test.each([
  [
    ['1.3', 'mon dossier'],
    { positions: ['1.3', 'mon dossier'], json: false, flag: false, number: null },
  ],
  [
    ['--json', '1.3', 'a', '--seed', '7'],
    { positions: ['1.3', 'a'], json: true, flag: false, number: 7 },
  ],
  [['1.3', 'a', '--seed=0'], { positions: ['1.3', 'a'], json: false, flag: false, number: 0 }],
  [
    ['1.3', '--', '-dossier'],
    { positions: ['1.3', '-dossier'], json: false, flag: false, number: null },
  ],
  [[], { positions: [], json: false, flag: false, number: null }],
])('readArguments(%j) understands what was typed', (words, read) => {
  expect(readArguments(words, RULES)).toEqual(read);
});

test.each([
  [['1.3', 'a', 'b'], '«\u202fb\u202f» est de trop'],
  [['--jsno', '1.3', 'a'], '«\u202f--jsno\u202f» n’existe pas'],
  [['-j'], '«\u202f-j\u202f» n’existe pas'],
  [['--json=oui'], 'ne prend pas de valeur'],
  [['1.3', 'a', '--seed'], 'attend un nombre'],
  [['1.3', 'a', '--seed', 'sept'], 'à partir de 0, pas «\u202fsept\u202f»'],
  [['1.3', 'a', '--seed', '1.5'], 'nombre entier'],
  [['1.3', 'a', '--seed=-1'], 'nombre entier'],
  [['1.3', 'a', '--seed', '99999999999999999999'], 'nombre entier'],
])('readArguments(%j) refuses in one sentence with the usage', (words, sentence) => {
  const read = () => readArguments(words, RULES);
  expect(read).toThrow(WrongUse);
  expect(read).toThrow(sentence);
  expect(read).toThrow(/Usage\u00a0: grade …$/);
});

test('readArguments() knows no number where the command has none', () => {
  expect(() =>
    readArguments(['--seed', '1'], { usage: 'catalog', help: [], positions: 0 }),
  ).toThrow('--seed');
});

test.each([[['--help']], [['-h']], [['1.3', '--help', '--jsno']]])(
  'readArguments(%j) asks for help',
  (words) => {
    const read = () => readArguments(words, RULES);
    expect(read).toThrow(HelpWanted);
    expect(read).toThrow(/^Usage\u00a0: grade …\n\nCorrige\.$/);
  },
);

test('readArguments() takes « --help » after « -- » for a name', () => {
  expect(readArguments(['1.3', '--', '--help'], RULES).positions).toEqual(['1.3', '--help']);
});

test('readArguments() hears the flag of a command that has one, and refuses it elsewhere', () => {
  const rules = { usage: 'graders', help: [], positions: 1, flag: 'write' };
  expect(readArguments(['1.3', '--write'], rules)).toMatchObject({
    positions: ['1.3'],
    flag: true,
  });
  expect(readArguments(['1.3'], rules).flag).toBe(false);
  expect(() => readArguments(['--write=1'], rules)).toThrow('ne prend pas de valeur');
  expect(() => readArguments(['--write'], RULES)).toThrow('--write');
});
