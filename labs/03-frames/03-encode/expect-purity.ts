// Judges what becomes of memory: the arguments stay as they were, and no frame shares its bytes with anything else.
import {
  type CheckContext,
  type Cloneable,
  type Evidence,
  expectSameBytes,
  fail,
  hexadecimal,
  isSameBytes,
  propertyOf,
  SETTLE_IN_PROBE,
} from '../../../src/grading/index.ts';
import { drawKey } from '../../02-mask/keys.ts';
import { argumentsOf, FUNCTION, MODULE } from './encodings.ts';
import { MEMORY } from './messages.ts';

const BINARY = 2;
const SIZE = 13;

type Lent = { readonly opcode: number; readonly data: Uint8Array; readonly key: Uint8Array | null };

const listOf = ({ opcode, data, key }: Lent): readonly Cloneable[] =>
  argumentsOf({ opcode, data, options: { cle: key } });

/** Frames are compared with each other, never with the oracle: wrong bytes are another check's business. */
export async function expectPurity(context: CheckContext): Promise<void> {
  const { random, calls, outcomes, call } = context;
  const draw = (key: Uint8Array | null): Lent => ({
    opcode: BINARY,
    data: random.bytes(SIZE),
    key,
  });
  for (const keys of [
    [null, null],
    [drawKey(random), drawKey(random)],
    [new Uint8Array(4), drawKey(random)],
  ]) {
    const lent = keys.map(draw);
    const together = await calls(FUNCTION, lent.map(listOf));
    for (const [index, { argumentsAfter }] of (
      await outcomes(FUNCTION, lent.map(listOf))
    ).entries()) {
      const item = lent[index];
      if (item !== undefined) expectUnchanged(argumentsAfter, item, together[index]?.sent ?? '');
    }
    for (const [index, item] of lent.entries()) {
      const among = together[index];
      if (among === undefined) continue;
      expectSameBytes(await call(FUNCTION, ...listOf(item)), among, {
        message: MEMORY.sharedResults,
        where: MEMORY.sharedResultsWhere,
        hint: MEMORY.sharedResultsHint,
      });
      await expectOwnMemory(context, item);
    }
  }
}

function expectUnchanged(after: readonly Evidence[], { data, key }: Lent, sent: string): void {
  const options = after[2];
  const lent = [
    { name: 'donnees', before: data, evidence: after[1] },
    { name: 'cle', before: key, evidence: options && propertyOf(options, 'cle') },
  ];
  for (const { name, before, evidence } of lent) {
    if (before === null || evidence?.type !== 'bytes' || isSameBytes(evidence.bytes, before))
      continue;
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

/** The caller uses its arrays again as soon as the call is over; the frame must not notice. */
async function expectOwnMemory({ subject, call }: CheckContext, lent: Lent): Promise<void> {
  const alone = await call(FUNCTION, ...listOf(lent));
  const input: Cloneable = { module: MODULE, name: FUNCTION, ...lent };
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
const { module, name, opcode, data, key } = input;
const outcome = await settle(() => modules[module][name](opcode, data, { cle: key }));
for (let i = 0; i < data.length; i += 1) data[i] ^= 255;
if (key !== null) for (let i = 0; i < key.length; i += 1) key[i] ^= 255;
return outcome?.value;`;
