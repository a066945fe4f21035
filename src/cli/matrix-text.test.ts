// The end of an exam, which is all that a clipped log shows.
import { expect, test } from 'vitest';

import type { Matrix } from '../grading/index.ts';
import { endingText } from './matrix-text.ts';
import { MATRIX_TEXT } from './messages.ts';

const plain = (_: string, text: string): string => text;

const matrix = (step: string, breaches: readonly string[]): Matrix => ({
  step,
  checks: ['C1'],
  seeds: [1],
  rows: [],
  killed: [0, 0],
  accepted: [0, 0],
  breaches,
});

test('endingText() ends with every breach, each under its step', () => {
  const text = endingText([matrix('1.1', ['un']), matrix('2.4', ['deux', 'trois'])], plain);
  const lines = text.trimEnd().split('\n');
  expect(lines.slice(-4)).toEqual([
    MATRIX_TEXT.breaches(3),
    '  ✗ 1.1\u00a0: un',
    '  ✗ 2.4\u00a0: deux',
    '  ✗ 2.4\u00a0: trois',
  ]);
});

test('endingText() ends with the good news where there is no breach', () => {
  expect(endingText([matrix('1.1', [])], plain).endsWith(`${MATRIX_TEXT.sound}\n`)).toBe(true);
});
