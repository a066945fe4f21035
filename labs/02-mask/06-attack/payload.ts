// Judges the payload that a hostile page prepares: masked by the browser, it must be the bytes that were wanted.
import {
  type CheckContext,
  encodeFrame,
  expectBytes,
  fail,
  hexadecimal,
  isSameBytes,
  mask,
  type Mistake,
} from '../../../src/grading/index.ts';
import { LENT, PAYLOAD } from './messages.ts';

export type Wanted = { readonly key: Uint8Array; readonly bytes: Uint8Array };

type Lent = { readonly name: string; readonly bytes: Uint8Array };

/** What the caller lends is still its own: it may send the same bytes again. */
export async function expectUnchanged(
  { call, outcomes }: CheckContext,
  functionName: string,
  lent: readonly Lent[],
): Promise<void> {
  const argumentList = lent.map(({ bytes }) => bytes);
  const { sent } = await call(functionName, ...argumentList);
  const [outcome] = await outcomes(functionName, [argumentList]);
  for (const [index, { name, bytes }] of lent.entries()) {
    const after = outcome?.argumentsAfter[index];
    if (after?.type !== 'bytes' || isSameBytes(after.bytes, bytes)) continue;
    fail({
      message: LENT.changed(name),
      sent,
      expected: hexadecimal(bytes),
      actual: hexadecimal(after.bytes),
      where: LENT.where(name),
      hint: LENT.hint,
    });
  }
}

/** One batch, one realm: what is kept from one call to the next shows. */
export async function expectPayloads(
  { calls }: CheckContext,
  wanted: readonly Wanted[],
): Promise<void> {
  const all = await calls(
    'chargePiegee',
    wanted.map(({ key, bytes }) => [key, bytes]),
  );
  for (const [index, returned] of all.entries()) {
    const want = wanted[index];
    if (want === undefined) continue;
    expectBytes(returned, {
      expected: mask(want.bytes, want.key),
      reading: 'plain',
      recognise: (actual) => recognise(actual, want),
      hint: PAYLOAD.hint,
    });
  }
}

function recognise(actual: Uint8Array, { key, bytes }: Wanted): Mistake | null {
  const is = (other: Uint8Array): boolean => String(other) === String(actual);
  const masked = mask(bytes, key);
  const frames = [bytes, masked].map((payload) =>
    encodeFrame({ opcode: 2, payload, maskingKey: key }),
  );
  if (is(bytes)) return PAYLOAD.plain;
  if (frames.some(is) || is(Uint8Array.of(...key, ...masked))) return PAYLOAD.framed;
  if ([1, 2, 3].some((offset) => is(mask(bytes, key, offset)))) return PAYLOAD.shifted;
  return actual.length > 0 && actual.every((byte) => byte === 0) ? PAYLOAD.empty : null;
}
