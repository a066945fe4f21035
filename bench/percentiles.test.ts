import { expect, test } from 'vitest';
import { percentile } from './percentiles.ts';

test('percentile() takes the nearest rank, whatever the order', () => {
  expect(percentile([9, 1, 5], 0.5)).toBe(5);
  expect(percentile([4, 3, 2, 1], 0.95)).toBe(4);
  expect(percentile([7], 0.5)).toBe(7);
});

test('percentile() refuses an empty list', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
