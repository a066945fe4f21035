import { describe, expect, test } from 'vitest';

import { encodeEvidence } from '../evidence/encode.ts';
import { CheckFailure } from './check-failure.ts';
import { expectTruth, isBit } from './expect-truth.ts';
import type { FailureDetail } from './verdict.ts';

const MESSAGE = 'Votre fonction dit oui.';
const HINT = 'Regardez la méthode.';

function failureOf(value: unknown, expected: boolean): FailureDetail | null {
  try {
    const returned = { value: encodeEvidence(value), sent: 'f()' };
    expectTruth(returned, { expected, message: MESSAGE, where: 'methode', hint: HINT });
  } catch (error) {
    if (error instanceof CheckFailure) return error.detail;
    throw error;
  }
  return null;
}

describe('expectTruth()', () => {
  test.each([true, 1, 1n, -1, 'non', ['upgrade'], [], {}, new Map(), Symbol('s'), () => false])(
    'counts %o as JavaScript does: true',
    (value) => {
      expect(failureOf(value, true)).toBeNull();
      expect(failureOf(value, false)).not.toBeNull();
    },
  );

  test.each([false, 0, -0, 0n, Number.NaN, '', null, undefined])(
    'counts %o as JavaScript does: false',
    (value) => {
      expect(failureOf(value, false)).toBeNull();
      expect(failureOf(value, true)).not.toBeNull();
    },
  );

  test('says what came and what was wanted', () => {
    expect(failureOf(true, false)).toMatchObject({
      message: MESSAGE,
      sent: 'f()',
      expected: 'false',
      actual: 'true',
      where: 'methode',
      hint: HINT,
    });
  });

  test('explains an empty list, which counts as true', () => {
    const failure = failureOf([], false);
    expect(failure?.message).toMatch(/un tableau.*compte pour vrai/);
    expect(failure?.hint).toContain('booléen');
  });

  test('tells a function that returns nothing', () => {
    expect(failureOf(undefined, true)?.hint).toContain('return');
  });
});

test('isBit() knows true, false, 1 and 0', () => {
  const bits = [true, false, 1, 0, 2, '1', null, []].map((value) => isBit(encodeEvidence(value)));
  expect(bits).toEqual([true, true, true, true, false, false, false, false]);
});
