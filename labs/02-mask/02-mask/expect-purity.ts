// Judges what becomes of memory: the arguments stay as they were, and no result shares its bytes with anything else.
import {
  type CheckContext,
  type Cloneable,
  type Evidence,
  expectSameBytes,
  fail,
  hexadecimal,
  isSameBytes,
  SETTLE_IN_PROBE,
} from '../../../src/grading/index.ts';
import { drawKey } from '../keys.ts';
import { argumentsOf, FUNCTION, MODULE } from './masking.ts';
import type { Masking } from './mistakes.ts';
import { MEMORY } from './messages.ts';

/** Results are compared with each other, never with the oracle: wrong bytes are another check's business. */
export async function expectPurity(context: CheckContext): Promise<void> {
  const { random, calls, outcomes } = context;
  const maskings = Array.from({ length: 3 }, () => ({
    data: random.bytes(13),
    key: drawKey(random),
  }));
  const together = await calls(FUNCTION, maskings.map(argumentsOf));
  for (const [index, { argumentsAfter }] of (
    await outcomes(FUNCTION, maskings.map(argumentsOf))
  ).entries()) {
    const masking = maskings[index];
    const sent = together[index]?.sent ?? '';
    if (masking !== undefined) expectUnchanged(argumentsAfter, masking, sent);
  }
  for (const [index, masking] of maskings.entries()) {
    const alone = await context.call(FUNCTION, ...argumentsOf(masking));
    const among = together[index];
    if (among === undefined) continue;
    expectSameBytes(alone, among, {
      message: MEMORY.sharedResults,
      where: MEMORY.sharedResultsWhere,
      hint: MEMORY.sharedResultsHint,
    });
  }
  await expectOwnMemory(context, { data: random.bytes(9), key: drawKey(random) });
  // A key of zeros changes no byte: some would then give the argument itself back.
  await expectOwnMemory(context, { data: random.bytes(9), key: new Uint8Array(4) });
}

function expectUnchanged(after: readonly Evidence[], { data, key }: Masking, sent: string): void {
  for (const [index, [name, before]] of (
    [
      ['donnees', data],
      ['cle', key],
    ] as const
  ).entries()) {
    const evidence = after[index];
    if (evidence?.type !== 'bytes' || isSameBytes(evidence.bytes, before)) continue;
    fail({
      message: MEMORY.changed(name),
      sent,
      expected: hexadecimal(before),
      actual: hexadecimal(evidence.bytes),
      where: MEMORY.changedWhere(name),
      hint: MEMORY.changedHint,
    });
  }
}

/** The caller uses its arrays again as soon as the call is over; the result must not notice. */
async function expectOwnMemory({ subject, call }: CheckContext, masking: Masking): Promise<void> {
  const alone = await call(FUNCTION, ...argumentsOf(masking));
  const input: Cloneable = { module: MODULE, name: FUNCTION, ...masking };
  const value = await subject.probe(OVERWRITE_ARGUMENTS, input);
  expectSameBytes(
    alone,
    { value, sent: alone.sent },
    {
      message: MEMORY.sharedArgument,
      where: MEMORY.sharedArgumentWhere,
      hint: MEMORY.sharedArgumentHint,
    },
  );
}

/** Writing by index is the one way that student code cannot have replaced. */
const OVERWRITE_ARGUMENTS = `${SETTLE_IN_PROBE}
const { module, name, data, key } = input;
const outcome = await settle(() => modules[module][name](data, key));
for (let i = 0; i < data.length; i += 1) data[i] ^= 255;
for (let i = 0; i < key.length; i += 1) key[i] ^= 255;
return outcome?.value;`;
