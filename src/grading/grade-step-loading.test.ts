// What is said of a program that does not load, or that has not the right exports.
import { describe, expect, test } from 'vitest';
import { defineStep } from './define-step.ts';
import type { FunctionSubjectOptions } from './function-subject.fixture.ts';
import {
  doubler,
  FILE,
  grade,
  right,
  statuses,
  thrown,
  verdictOf,
  wants,
} from './grade-step.fixture.ts';

describe('gradeStep(), when the code does not load', () => {
  const location = { file: FILE, line: 4, column: 7 };
  test.each<[FunctionSubjectOptions['load'], string, string | null]>([
    [
      { status: 'syntax', message: 'Unexpected end of input', location },
      'ne sait pas lire ce fichier',
      'ligne 4',
    ],
    [
      { status: 'missing-import', specifier: './hash.js', from: FILE, location },
      '«\u202f./hash.js\u202f», qui n’existe pas',
      'ligne 4',
    ],
    [
      { status: 'missing-import', specifier: 'lodash', from: FILE, location },
      'pas disponible',
      'ligne 4',
    ],
    [
      { status: 'forbidden-import', specifier: 'node:fs', from: FILE, location },
      'n’est pas permis ici',
      'ligne 4',
    ],
    [
      { status: 'missing-export', name: 'x', specifier: './b.js', from: FILE, location },
      'ne l’exporte pas',
      'ligne 4',
    ],
    [{ status: 'cycle', files: ['a.js', 'b.js', 'a.js'] }, 'a.js → b.js → a.js', null],
    [
      { status: 'thrown', thrown: thrown('ReferenceError', 'x is not defined') },
      'dès son chargement',
      'ligne 4',
    ],
    [{ ends: { reason: 'exited', code: 3, location } }, 'code 3', 'ligne 4'],
  ])(
    '%o is an error on the first check, and the others are skipped',
    async (load, words, where) => {
      const { report } = await grade(load === undefined ? {} : { load });
      expect(report.status).toBe('error');
      expect(statuses(report)).toEqual(['error', 'skipped', 'skipped']);
      const first = verdictOf(report, 0);
      expect(first.message).toContain(words);
      if (where === null) expect(first.where).toBeNull();
      else expect(first.where).toContain(where);
    },
  );

  test('a load that never ends is a timeout on the first check', async () => {
    const { report } = await grade({ load: { ends: { reason: 'deadline', milliseconds: 2000 } } });
    expect(report.status).toBe('error');
    expect(statuses(report)).toEqual(['timeout', 'skipped', 'skipped']);
  });

  test.each([
    ['nothing', {}, /n’exporte rien.+doubler/],
    ['a default export', { default: doubler }, /par défaut.+doubler/],
    ['another name', { Doubler: doubler }, /n’exporte pas.+doubler.+il exporte : Doubler/],
    ['a value', { doubler: 3 }, /pas une fonction/],
  ])(
    'an export that is %s is one sentence with the expected name',
    async (_what, exports, sentence) => {
      const { report } = await grade({ modules: () => ({ [FILE]: exports }) });
      expect(statuses(report)).toEqual(['error', 'skipped', 'skipped']);
      expect(verdictOf(report, 0).message.replaceAll('\u00a0', ' ')).toMatch(sentence);
    },
  );

  test('none of several names: each is quoted on its own', async () => {
    const definition = defineStep({
      exports: { [FILE]: [{ oneOf: ['Doubleur', 'creerDoubleur'] }] },
      checks: [wants('C1', 'a')],
    });
    const { report } = await grade({ modules: () => ({ [FILE]: {} }) }, { definition });
    expect(verdictOf(report, 0).message.replaceAll('\u202f', ' ')).toContain(
      '« Doubleur » ou « creerDoubleur »',
    );
  });

  test('one of several names is enough', async () => {
    const definition = defineStep({
      exports: { [FILE]: [{ oneOf: ['Doubleur', 'doubler'] }] },
      checks: [wants('C1', 'a')],
    });
    const { report } = await grade(right, { definition });
    expect(report.status).toBe('pass');
  });
});
