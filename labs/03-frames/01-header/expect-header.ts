// Judges what `lireDeuxOctets` says of two bytes, field after field, by the oracle.
import {
  type CheckContext,
  describeThrown,
  fail,
  failureIn,
  namedBy,
  propertyOf,
  readProperty,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import type { Field, Pair } from './field.ts';
import { expectedOf, FIELDS, FUNCTION, MODULE, NAMES, readField, SHAPE } from './fields.ts';
import { ALL_PAIRS, FIELD, REFUSED } from './messages.ts';
import { recogniseField, type Seen } from './mistakes.ts';
import { NOT_CALLED, PAIR_COUNT, READ_ALL_PAIRS, UNREAD } from './read-all-probe.ts';

/** `seenOf`: what is known of a field on other pairs, which tells mistakes apart better than one pair does. */
type SeenOf = (field: Field) => readonly Seen[];

export async function expectHeader(
  context: CheckContext,
  pair: Pair,
  seenOf?: SeenOf,
): Promise<void> {
  const returned = await readPair(context, pair);
  const seen = seenOf ?? (await seenOnExamples(context, pair));
  for (const field of FIELDS) expectField(returned, field, pair, seen(field));
}

/** Their bits tell one mistake from another: zeros on the left, a 1 at either end, in one byte or in both. */
const EXAMPLES: readonly Pair[] = [
  [0x81, 0x05],
  [0x01, 0x03],
  [0x80, 0x02],
  [0x8a, 0x85],
  [0x00, 0x7e],
  [0x70, 0xc0],
  [0x00, 0x00],
];

async function seenOnExamples({ outcomes }: CheckContext, pair: Pair): Promise<SeenOf> {
  const others = EXAMPLES.filter(([o0, o1]) => o0 !== pair[0] || o1 !== pair[1]);
  const all = await outcomes(FUNCTION, others, NAMES);
  return ({ name }) =>
    all.flatMap((outcome, index): readonly Seen[] => {
      const other = others[index];
      if (outcome.status !== 'returned' || other === undefined) return [];
      const value = numberOf({ value: propertyOf(outcome.value, name), sent: '' });
      return value === null ? [] : [{ pair: other, value }];
    });
}

/** What was thrown on purpose says that the bytes were judged, where they should be read only. */
async function readPair({ call, outcomes }: CheckContext, pair: Pair): Promise<Returned> {
  const [outcome] = await outcomes(FUNCTION, [pair], NAMES);
  if (outcome?.status === 'returned') return { value: outcome.value, sent: FIELD.sent(pair) };
  if (outcome?.status === 'thrown' && isDeliberate(outcome.thrown)) {
    const { thrown } = outcome;
    fail({
      message: REFUSED.message,
      sent: FIELD.sent(pair),
      expected: SHAPE,
      actual: describeThrown(thrown),
      location: thrown.location,
      hint: REFUSED.hint,
    });
  }
  return call(FUNCTION, ...pair);
}

const isDeliberate = ({ name, code }: { readonly name: string; readonly code: unknown }): boolean =>
  name === 'Error' || typeof code === 'number';

function expectField(returned: Returned, field: Field, pair: Pair, others: readonly Seen[]): void {
  const expected = expectedOf(field, pair);
  const refusal = failureIn(() => readField(returned, field));
  if (refusal === null && readField(returned, field) === BigInt(expected)) return;
  // Fails by itself when the field is missing.
  const property = readProperty(returned, field.name, SHAPE);
  const came = numberOf(property);
  const seen = came === null ? [] : [...others, { pair, value: came }];
  const mistake = seen.length === 0 ? null : recogniseField(field, seen);
  const { name } = field;
  fail({
    message: mistake?.message ?? refusal?.message ?? FIELD.wrong(name),
    sent: returned.sent,
    expected: FIELD.value(field, expected),
    actual: FIELD.raw(name, showEvidence(property.value)),
    where: FIELD.where(field, pair),
    hint: mistake?.hint ?? refusal?.hint ?? FIELD.hint(name),
    ...namedBy(mistake),
  });
}

function numberOf({ value }: Returned): number | null {
  if (value.type === 'boolean' || value.type === 'number' || value.type === 'bigint') {
    return Number(value.value);
  }
  return null;
}

/** Every pair there is, called in a drawn order: nothing can be learned by heart, nothing kept between two calls. */
export async function expectAllPairs(context: CheckContext): Promise<void> {
  const table = await readAllPairs(context);
  for (let index = 0; index < PAIR_COUNT; index += 1) {
    const pair: Pair = [index >> 8, index & 255];
    const field = FIELDS.find((each, place) => {
      const value = table[index * FIELDS.length + place];
      return value !== NOT_CALLED && value !== expectedOf(each, pair);
    });
    if (field === undefined) continue;
    await expectHeader(context, pair, (each) => seenIn(table, each));
    // Alone, it is right: what went before made it wrong.
    const value = table[index * FIELDS.length + FIELDS.indexOf(field)] ?? UNREAD;
    fail({
      message: ALL_PAIRS.changes,
      sent: FIELD.sent(pair),
      expected: FIELD.value(field, expectedOf(field, pair)),
      actual: value === UNREAD ? ALL_PAIRS.unread : FIELD.value(field, value),
      where: FIELD.where(field, pair),
      hint: ALL_PAIRS.changesHint,
    });
  }
}

async function readAllPairs({ subject, random }: CheckContext): Promise<Uint8Array> {
  const first = random.integer(0, PAIR_COUNT - 1);
  // Odd, so that every pair comes once.
  const stride = 2 * random.integer(0, PAIR_COUNT / 2 - 1) + 1;
  let table = new Uint8Array(PAIR_COUNT * FIELDS.length).fill(NOT_CALLED);
  for (let from = 0; from >= 0 && from < PAIR_COUNT;) {
    // Once results have been seen to take time, one pair in seventeen: all of them would take half a minute.
    const every = from === 0 ? 1 : 17;
    const input = { module: MODULE, name: FUNCTION, first, stride, from, every, table };
    const evidence = await subject.probe(READ_ALL_PAIRS, input);
    const read = propertyOf(evidence, 'table');
    const next = propertyOf(evidence, 'next');
    if (read.type !== 'bytes' || read.bytes.length !== table.length) return table;
    table = Uint8Array.from(read.bytes);
    from = next.type === 'number' && next.value > from ? next.value : -1;
  }
  return table;
}

/** One pair in 251, both bytes taking every value: enough to tell any mistake from another. */
function seenIn(table: Uint8Array, field: Field): readonly Seen[] {
  const seen: Seen[] = [];
  for (let index = 0; index < PAIR_COUNT; index += 251) {
    const value = table[index * FIELDS.length + FIELDS.indexOf(field)] ?? NOT_CALLED;
    if (value === NOT_CALLED) continue;
    seen.push({ pair: [index >> 8, index & 255], value: value === UNREAD ? null : value });
  }
  return seen;
}
