// What step 2.2 passes to `masquer`, and how it judges the bytes that come back: by the oracle, mistakes named.
import {
  type Cloneable,
  expectBytes,
  mask,
  type Random,
  type Returned,
} from '../../../src/grading/index.ts';
import { type Masking, recogniseMasked } from './mistakes.ts';

export const MODULE = 'masque/masquer.js';
export const FUNCTION = 'masquer';

/** The masking key of the examples of RFC 6455 §5.7. */
export const RFC_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

/** Four bytes that differ from each other and from zero: which one was used always shows. */
export function drawKey(random: Random): Uint8Array {
  for (;;) {
    const key = random.bytes(4);
    if (!key.includes(0) && new Set(key).size === 4) return key;
  }
}

export const argumentsOf = ({ data, key }: Masking): readonly Cloneable[] => [data, key];

export function expectMasked(returned: Returned, { data, key }: Masking, hint: string): void {
  expectBytes(returned, {
    expected: mask(data, key),
    reading: 'plain',
    recognise: (actual) => recogniseMasked(actual, { data, key }),
    hint,
  });
}
