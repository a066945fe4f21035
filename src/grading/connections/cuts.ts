// Where a stream is cut before it reaches the student's code: everywhere while that is short.
import type { Random } from '../random.ts';

/** Up to so many bytes, every position is a cut; beyond, these many at each end and so many drawn. */
const SHORT = 256;
const AT_EACH_END = 16;
const DRAWN = 20;

/** Positions between the first byte and the last of `length`, in order. `edges`: where fields begin, in bytes. */
export function cutPositions(
  length: number,
  random: Random,
  edges: readonly number[] = [],
): readonly number[] {
  const inside = Array.from({ length: Math.max(length - 1, 0) }, (_, index) => index + 1);
  if (length <= SHORT) return inside;
  const drawn = new Set(Array.from({ length: DRAWN }, () => random.integer(1, length - 1)));
  return inside.filter(
    (position) =>
      position <= AT_EACH_END ||
      position >= length - AT_EACH_END ||
      edges.includes(position) ||
      drawn.has(position),
  );
}

/** The pieces of `bytes`, cut before each position; positions in order, between the first byte and the last. */
export function cutAt(bytes: Uint8Array, positions: readonly number[]): readonly Uint8Array[] {
  const bounds = [0, ...positions, bytes.length];
  return bounds.slice(1).map((end, index) => bytes.subarray(bounds[index], end));
}
