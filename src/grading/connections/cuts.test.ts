import { describe, expect, test } from 'vitest';

import { createRandom } from '../random.ts';
import { cutAt, cutPositions } from './cuts.ts';

describe('cutPositions()', () => {
  test('gives every position inside up to 256 bytes, and none in a lone byte', () => {
    expect(cutPositions(4, createRandom(1, 'C1'))).toEqual([1, 2, 3]);
    expect(cutPositions(256, createRandom(1, 'C1'))).toHaveLength(255);
    expect(cutPositions(1, createRandom(1, 'C1'))).toEqual([]);
  });

  test('beyond, gives both ends, the edges of fields and 20 drawn places, in order', () => {
    const positions = cutPositions(10_000, createRandom(1, 'C1'), [5_000, 6_000]);
    expect(positions.slice(0, 16)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(positions.slice(-16)[0]).toBe(9_984);
    expect(positions).toEqual(expect.arrayContaining([5_000, 6_000]));
    expect(positions.length).toBeGreaterThan(32 + 2 + 15);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(cutPositions(10_000, createRandom(2, 'C1'), [5_000, 6_000])).not.toEqual(positions);
  });
});

describe('cutAt()', () => {
  test('gives pieces that make the bytes again', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4, 5);
    expect(cutAt(bytes, [1, 4])).toEqual([
      Uint8Array.of(1),
      Uint8Array.of(2, 3, 4),
      Uint8Array.of(5),
    ]);
    expect(cutAt(bytes, [])).toEqual([bytes]);
  });
});
