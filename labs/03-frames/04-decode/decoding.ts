// What `decoderTrame` is given in step 3.4, and how its answer is read.
import {
  type CheckContext,
  fail,
  hexadecimal,
  readBytes,
  readInteger,
  readOptionalProperty,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import { type FrameExpectation, firstDifference } from '../expect-frame.ts';
import { FRAME } from '../frame-messages.ts';
import { concatBytes, type SampleFrame } from '../sample-frames.ts';
import { REST } from './messages.ts';

export const MODULE = 'trames/decoder.js';
export const FUNCTION = 'decoderTrame';
export const SHAPE = '{ fin, opcode, masque, donnees, reste }';
const PROPERTIES = ['fin', 'opcode', 'masque', 'donnees', 'reste', 'taille'];

export type Decoding = { readonly frame: SampleFrame; readonly after: Uint8Array };

export const NOTHING = new Uint8Array();
export const alone = (frame: SampleFrame): Decoding => ({ frame, after: NOTHING });
export const bytesOf = ({ frame, after }: Decoding): Uint8Array =>
  concatBytes([frame.bytes, after]);

/** One batch, one realm: what is kept of a frame shows in the next. */
export function decodeAll(
  { calls }: CheckContext,
  decodings: readonly Decoding[],
): Promise<readonly Returned[]> {
  return calls(
    FUNCTION,
    decodings.map((decoding) => [bytesOf(decoding)]),
    PROPERTIES,
  );
}

export async function expectDecodings(
  context: CheckContext,
  decodings: readonly Decoding[],
  judge: (returned: Returned, decoding: Decoding) => void,
): Promise<void> {
  const all = await decodeAll(context, decodings);
  for (const [index, returned] of all.entries()) {
    const decoding = decodings[index];
    if (decoding !== undefined) judge(returned, decoding);
  }
}

export const expectationOf = ({ frame, after }: Decoding, hint: string): FrameExpectation => ({
  frame,
  shape: SHAPE,
  place: FRAME.place,
  after,
  hint,
});

/** The bytes that follow the frame, as `reste`, or as `taille`: how many the frame took. */
export function expectRest(returned: Returned, decoding: Decoding): void {
  const { frame, after } = decoding;
  const { sent, value } = returned;
  const size = frame.bytes.length;
  const rest = readOptionalProperty(returned, 'reste', SHAPE);
  if (rest === null) {
    const taken = readOptionalProperty(returned, 'taille', SHAPE);
    if (taken === null) {
      fail({
        message: after.length === 0 ? REST.missingAtTheEnd : REST.missing,
        sent,
        expected: REST.expected(after.length, hexadecimal(after)),
        actual: showEvidence(value),
        where: REST.where,
        hint: REST.missingHint,
        isNamed: true,
      });
    }
    const actual = readInteger(taken, REST.size);
    if (actual === BigInt(size)) return;
    fail({
      message: REST.otherSize,
      sent,
      expected: REST.bytesTaken(String(size)),
      actual: REST.bytesTaken(String(actual)),
      where: REST.sizeWhere,
      hint: REST.sizeHint,
    });
  }
  const actual = readBytes(rest);
  const at = firstDifference(after, actual);
  if (at === null) return;
  const extra = actual.length - after.length;
  fail({
    message: actual.length === 0 ? REST.lost : extra > 0 ? REST.tooEarly(extra) : REST.other,
    sent,
    expected: REST.expected(after.length, hexadecimal(after)),
    actual: REST.expected(actual.length, hexadecimal(actual)),
    where: FRAME.place(size, REST.where),
    hint: REST.hint,
  });
}
