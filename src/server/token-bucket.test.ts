// The bucket on a clock moved by hand.
import { expect, test } from 'vitest';
import { claimBudget } from './live/claim-budget.ts';
import { createTokenBucket } from './token-bucket.ts';

test('a burst passes at once, then takers wait for what they took', () => {
  let now = 0;
  const bucket = createTokenBucket(1000, 500, () => now);
  expect(bucket.take(500)).toBe(0);
  expect(bucket.take(100)).toBe(100);
  expect(bucket.take(100)).toBe(200);
  now = 200;
  expect(bucket.take(1)).toBe(1);
  now = 10_000;
  expect(bucket.take(500)).toBe(0);
  expect(bucket.take(1)).toBe(1);
});

test('whoever is refused pays nothing, and may come back', () => {
  let now = 0;
  const bucket = createTokenBucket(1, 2, () => now);
  expect([bucket.tryTake(), bucket.tryTake(), bucket.tryTake(), bucket.tryTake()]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  now = 1000;
  expect([bucket.tryTake(), bucket.tryTake()]).toEqual([true, false]);
});

test('each address has a budget of its own', () => {
  let now = 0;
  const mayClaim = claimBudget(2, () => now);
  expect(['a', 'a', 'a', 'b'].map(mayClaim)).toEqual([true, true, false, true]);
  now = 30_000;
  expect(mayClaim('a')).toBe(true);
});
