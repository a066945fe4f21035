// What step 2.2 passes to `masquer`, and how it judges the bytes that come back: by the oracle, mistakes named.
import { type Cloneable, expectBytes, mask, type Returned } from '../../../src/grading/index.ts';
import { type Masking, recogniseMasked } from './mistakes.ts';

export const MODULE = 'masque/masquer.js';
export const FUNCTION = 'masquer';

export const argumentsOf = ({ data, key }: Masking): readonly Cloneable[] => [data, key];

export function expectMasked(returned: Returned, { data, key }: Masking, hint: string): void {
  expectBytes(returned, {
    expected: mask(data, key),
    reading: 'plain',
    recognise: (actual) => recogniseMasked(actual, { data, key }),
    hint,
  });
}
