import { expect, test } from 'vitest';

import { unlockedHints } from './hints.ts';
import { toResults } from './results.ts';
import { seedlessSignatureOf, signatureOf } from './signature.ts';
import type { Report } from './verdict.ts';

const REPORT: Report = {
  step: '1.3',
  seed: 7,
  status: 'fail',
  notes: ['Fourni.'],
  tests: [
    { id: 'C1', name: 'Un', rfc: '§1.3', status: 'pass' },
    {
      id: 'C2',
      name: 'Deux',
      rfc: null,
      status: 'fail',
      message: 'Non.',
      sent: 'f(1)',
      expected: '2',
      actual: '3',
      where: 'caractère 1',
      location: null,
      hint: null,
    },
    { id: 'C3', name: 'Trois', rfc: null, status: 'skipped', message: 'Pas exécutée.' },
  ],
};

test('toResults() gives results.json version 3 with exactly its keys', () => {
  const nothing = { message: null, expected: null, actual: null, hint: null };
  expect(toResults(REPORT)).toEqual({
    version: 3,
    status: 'fail',
    step: '1.3',
    seed: 7,
    tests: [
      { id: 'C1', name: 'Un', status: 'pass', ...nothing },
      {
        id: 'C2',
        name: 'Deux',
        status: 'fail',
        message: 'Non.\nf(1)\ncaractère 1',
        expected: '2',
        actual: '3',
        hint: null,
      },
      { id: 'C3', name: 'Trois', status: 'skipped', ...nothing, message: 'Pas exécutée.' },
    ],
    notes: ['Fourni.'],
  });
});

test('signatureOf() is the vector of verdicts', () => {
  expect(signatureOf(REPORT)).toBe('C1:pass C2:fail C3:skipped');
});

test('seedlessSignatureOf() tells a stop from a failure, and not one stop from another', () => {
  const endingIn = (status: 'error' | 'timeout' | 'fail') =>
    seedlessSignatureOf({
      ...REPORT,
      tests: REPORT.tests.map((test) =>
        test.id === 'C2' ? ({ ...test, status } as Report['tests'][number]) : test,
      ),
    });
  expect(endingIn('error')).toBe('C1:pass C2:stopped C3:skipped');
  expect(endingIn('timeout')).toBe(endingIn('error'));
  expect(endingIn('fail')).toBe('C1:pass C2:fail C3:skipped');
});

test.each([
  [0, []],
  [1, ['a']],
  [3, ['a', 'b', 'c']],
  [9, ['a', 'b', 'c']],
])('after %i failed attempts, unlockedHints() gives as many hints', (attempts, hints) => {
  expect(unlockedHints(['a', 'b', 'c'], attempts)).toEqual(hints);
});
