// Judges what becomes of memory in step 3.4: the bytes stay as they were, and no result shares them or an earlier result.
import {
  type CheckContext,
  type Cloneable,
  type Evidence,
  fail,
  failureIn,
  hexadecimal,
  isSameBytes,
  propertyOf,
  readBytes,
  type Returned,
  SETTLE_IN_PROBE,
} from '../../../src/grading/index.ts';
import { bytesOf, type Decoding, FUNCTION, MODULE } from './decoding.ts';
import { MEMORY } from './messages.ts';

/**
 * Decodes each in turn. With `reuse`, the caller writes over its bytes as soon as the call is over; all is pictured at the
 * end. Writing by index is the one way that student code cannot have replaced.
 */
const DECODE_IN_TURN = `${SETTLE_IN_PROBE}
const { module, name, inputs, reuse } = input;
const results = [];
for (let n = 0; n < inputs.length; n += 1) {
  const bytes = inputs[n];
  const outcome = await settle(() => modules[module][name](bytes));
  const value = outcome?.value;
  const parts = { after: reuse ? null : bytes };
  if (typeof value === 'object' && value !== null) {
    parts.donnees = value.donnees;
    parts.reste = value.reste;
  }
  results[n] = parts;
  if (reuse) for (let i = 0; i < bytes.length; i += 1) bytes[i] ^= 255;
}
return results;`;

/** Each is first decoded alone, in a batch of one: what a call keeps of another one shows by difference. */
export async function expectOwnMemory(
  context: CheckContext,
  decodings: readonly Decoding[],
): Promise<void> {
  const sentOf = new Map<Decoding, string>();
  const singly: Evidence[] = [];
  for (const decoding of decodings) {
    // Throws, and promises that never settle, are told by the call.
    const { sent } = await context.call(FUNCTION, bytesOf(decoding));
    sentOf.set(decoding, sent);
    singly.push(itemOf(await play(context, [decoding], false), 0));
  }
  const reused = await play(context, decodings, true);
  for (const [index, decoding] of decodings.entries()) {
    expectUnchanged(singly[index], bytesOf(decoding), sentOf.get(decoding) ?? '');
  }
  for (const [index, decoding] of decodings.entries()) {
    const sent = sentOf.get(decoding) ?? '';
    const alone = singly[index] ?? { type: 'undefined' };
    for (const name of ['donnees', 'reste']) {
      expectSame(partOf(alone, name, sent), partOf(itemOf(reused, index), name, sent), name);
    }
  }
}

function play(
  { subject }: CheckContext,
  decodings: readonly Decoding[],
  reuse: boolean,
): Promise<Evidence> {
  const input: Cloneable = {
    module: MODULE,
    name: FUNCTION,
    inputs: decodings.map(bytesOf),
    reuse,
  };
  return subject.probe(DECODE_IN_TURN, input);
}

function itemOf(list: Evidence, index: number): Evidence {
  return (list.type === 'array' ? list.items[index] : undefined) ?? { type: 'undefined' };
}

const partOf = (result: Evidence, name: string, sent: string): Returned => ({
  value: propertyOf(result, name),
  sent,
});

function expectUnchanged(alone: Evidence | undefined, before: Uint8Array, sent: string): void {
  const after = propertyOf(alone ?? { type: 'undefined' }, 'after');
  if (after.type !== 'bytes' || isSameBytes(after.bytes, before)) return;
  fail({
    message: MEMORY.changed,
    sent,
    expected: hexadecimal(before),
    actual: hexadecimal(after.bytes),
    where: MEMORY.changedWhere,
    hint: MEMORY.changedHint,
  });
}

/** What is not there, or is no bytes, is another check's business. */
function expectSame(before: Returned, later: Returned, name: string): void {
  if (failureIn(() => readBytes(before)) !== null) return;
  const expected = readBytes(before);
  const isUnreadable = failureIn(() => readBytes(later)) !== null;
  const actual = isUnreadable ? new Uint8Array() : readBytes(later);
  if (!isUnreadable && isSameBytes(expected, actual)) return;
  fail({
    message: MEMORY.shared(name),
    sent: before.sent,
    expected: MEMORY.bytes(hexadecimal(expected)),
    actual: MEMORY.bytes(hexadecimal(actual)),
    where: MEMORY.sharedWhere(name),
    hint: MEMORY.sharedHint,
  });
}
