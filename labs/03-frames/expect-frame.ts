// Judges one frame that the student's code gives back, field by field, in the order in which the fields are on the wire.
import {
  fail,
  hexadecimal,
  namedBy,
  readBit,
  readBytes,
  readInteger,
  readOptionalProperty,
  readProperty,
  type Returned,
  showEvidence,
} from '../../src/grading/index.ts';
import { recogniseBytes, recogniseFin, recogniseOpcode } from './frame-mistakes.ts';
import { FRAME } from './frame-messages.ts';
import type { SampleFrame } from './sample-frames.ts';

export type FrameExpectation = {
  readonly frame: SampleFrame;
  /** `{ fin, opcode, masque, donnees, reste }`, as the contract of the step writes it. */
  readonly shape: string;
  /** Says the place of an offset in the frame, for instance in the stream that carried it. */
  readonly place: (offset: number, what: string) => string;
  /** What came in the same bytes, before the frame and after it: data that run on show. */
  readonly after?: Uint8Array;
  readonly hint: string;
};

export function expectWholeFrame(returned: Returned, expectation: FrameExpectation): void {
  expectStart(returned, expectation);
  expectPayload(returned, expectation);
}

/** FIN, opcode and MASK. `isMaskOptional`: a property `masque` that is absent is not missed. */
export function expectStart(
  returned: Returned,
  { frame, shape, place, hint }: FrameExpectation,
  isMaskOptional = false,
): void {
  const { sent } = returned;
  const fin = readProperty(returned, 'fin', shape);
  if (readBit(fin, 'FIN') !== frame.fin) {
    const mistake = recogniseFin(frame);
    fail({
      message: mistake.message,
      sent,
      expected: FRAME.bit('fin', frame.fin),
      actual: FRAME.property('fin', showEvidence(fin.value)),
      where: place(0, FRAME.fin),
      hint: mistake.hint,
    });
  }
  const opcode = readProperty(returned, 'opcode', shape);
  const actual = readInteger(opcode, FRAME.theOpcode);
  if (actual !== BigInt(frame.opcode)) {
    const mistake = recogniseOpcode(Number(actual), frame);
    fail({
      message: mistake?.message ?? FRAME.otherOpcode,
      sent,
      expected: FRAME.property('opcode', String(frame.opcode)),
      actual: FRAME.property('opcode', showEvidence(opcode.value)),
      where: place(0, FRAME.opcode),
      hint: mistake?.hint ?? hint,
      ...namedBy(mistake),
    });
  }
  const read = isMaskOptional ? readOptionalProperty : readProperty;
  const masked = read(returned, 'masque', shape);
  const isMasked = frame.key !== null;
  if (masked === null || readBit(masked, 'MASK') === isMasked) return;
  fail({
    message: FRAME.otherMask(isMasked),
    sent,
    expected: FRAME.bit('masque', isMasked),
    actual: FRAME.property('masque', showEvidence(masked.value)),
    where: place(1, FRAME.mask),
    hint: FRAME.otherMaskHint,
  });
}

export function expectPayload(
  returned: Returned,
  { frame, shape, place, after, hint }: FrameExpectation,
): void {
  const { payload, headerSize } = frame;
  const { sent } = returned;
  const data = readProperty(returned, 'donnees', shape);
  if (data.value.type === 'string') {
    fail({
      message: FRAME.textForBytes,
      sent,
      expected: FRAME.bytes(payload.length, hexadecimal(payload)),
      actual: FRAME.property('donnees', showEvidence(data.value)),
      where: place(headerSize, FRAME.payload),
      hint: FRAME.textForBytesHint,
    });
  }
  const actual = readBytes(data);
  const at = firstDifference(payload, actual);
  if (at === null) return;
  const mistake = recogniseBytes(actual, frame, after);
  const what = FRAME.difference(at, payload, actual);
  fail({
    message: mistake?.message ?? FRAME.otherPayload,
    sent,
    expected: FRAME.bytes(payload.length, hexadecimal(payload)),
    actual: FRAME.bytes(actual.length, hexadecimal(actual)),
    where: place(headerSize + at, what),
    hint: mistake?.hint ?? hint,
    ...namedBy(mistake),
  });
}

/** Index of the first byte that is not as it should be, or past the end of the shorter; `null` when all are. */
export function firstDifference(expected: Uint8Array, actual: Uint8Array): number | null {
  const shorter = Math.min(expected.length, actual.length);
  let at = 0;
  while (at < shorter && expected[at] === actual[at]) at += 1;
  return at === expected.length && at === actual.length ? null : at;
}
