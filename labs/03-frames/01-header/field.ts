// What a field of a frame's first two bytes is.
import type { FrameStart } from '../../../src/grading/index.ts';

export type Pair = readonly [o0: number, o1: number];

export type FieldName = 'fin' | 'rsv1' | 'rsv2' | 'rsv3' | 'opcode' | 'masque' | 'longueur7';

export type Field = {
  readonly name: FieldName;
  readonly kind: 'bit' | 'integer';
  /** Index of its byte, 0 or 1. */
  readonly byte: 0 | 1;
  readonly of: (start: FrameStart) => number;
};
