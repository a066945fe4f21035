// What step 3.3 asks to encode, and how it judges the frame that comes back: by the oracle, mistakes named.
import {
  type CheckContext,
  type Cloneable,
  encodeFrame,
  encodeUtf8,
  expectBytes,
  fail,
  failureIn,
  readBytes,
} from '../../../src/grading/index.ts';
import { NOT_BYTES } from './messages.ts';
import { recogniseFrame } from './mistakes.ts';

export const MODULE = 'trames/encoder.js';
export const FUNCTION = 'encoderTrame';

export type Encoding = {
  readonly opcode: number;
  readonly data: string | Uint8Array;
  /** As passed; left out when it is not there. */
  readonly options?: { readonly fin?: boolean; readonly cle?: Uint8Array | null };
};

export const argumentsOf = ({ opcode, data, options }: Encoding): readonly Cloneable[] =>
  options === undefined ? [opcode, data] : [opcode, data, options];

export const payloadOf = ({ data }: Encoding): Uint8Array =>
  typeof data === 'string' ? encodeUtf8(data) : data;

export function frameOf(encoding: Encoding): Uint8Array {
  const { opcode, options = {} } = encoding;
  const { fin = true, cle = null } = options;
  return encodeFrame({ opcode, payload: payloadOf(encoding), fin, maskingKey: cle });
}

/** One call each: what one call does to the memory of another is another check's business. */
export async function expectFrames(
  { call }: CheckContext,
  encodings: readonly Encoding[],
  hint: string,
): Promise<void> {
  for (const encoding of encodings) {
    const returned = await call(FUNCTION, ...argumentsOf(encoding));
    const refusal = failureIn(() => readBytes(returned));
    if (refusal !== null) fail({ ...refusal, hint: refusal.hint ?? NOT_BYTES });
    expectBytes(returned, {
      expected: frameOf(encoding),
      reading: 'frames',
      recognise: (actual) => recogniseFrame(actual, encoding),
      hint,
    });
  }
}
