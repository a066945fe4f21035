import { describe, expect, test } from 'vitest';

import { createRandom } from './random.ts';

describe('createRandom()', () => {
  test('draws the same values for the same seed and label', () => {
    const one = createRandom(42, 'C6');
    const other = createRandom(42, 'C6');
    expect([one.bytes(32), one.integer(0, 1e6)]).toEqual([other.bytes(32), other.integer(0, 1e6)]);
  });

  test.each([
    ['another seed', createRandom(43, 'C6')],
    ['another label', createRandom(42, 'C5')],
    ['a seed that differs only above 32 bits', createRandom(42 + 2 ** 32, 'C6')],
  ])('draws other values for %s', (_what, other) => {
    expect(other.bytes(16)).not.toEqual(createRandom(42, 'C6').bytes(16));
  });

  test('integer() reaches both bounds and never passes them', () => {
    const random = createRandom(1, 'bounds');
    const drawn = new Set(Array.from({ length: 200 }, () => random.integer(3, 6)));
    expect([...drawn].toSorted()).toEqual([3, 4, 5, 6]);
  });

  test('bytes() takes every value', () => {
    expect(new Set(createRandom(1, 'bytes').bytes(5000)).size).toBe(256);
  });

  test('pick() refuses an empty list', () => {
    expect(() => createRandom(1, 'pick').pick([])).toThrow(RangeError);
  });
});
