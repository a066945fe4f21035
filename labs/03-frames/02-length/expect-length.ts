// Judges what `lireLongueur` says of the beginning of a frame, by what it announces.
import {
  type CheckContext,
  describeThrown,
  fail,
  hexadecimal,
  kindOf,
  type Mistake,
  namedBy,
  type Outcome,
  readInteger,
  readProperty,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import { type Header, lengthEnd } from './headers.ts';
import { CHANGED, EARLY, HUGE, LENGTH, SHAPE, SIZE } from './messages.ts';
import { recogniseLength } from './mistakes.ts';

export const MODULE = 'trames/longueur.js';
export const FUNCTION = 'lireLongueur';
const NAMES = ['longueur', 'tailleEntete'];

const sentOf = ({ bytes }: Header): string => `${FUNCTION}(Uint8Array [${hexadecimal(bytes)}])`;

/** One call each: whether two results are one object is nobody's business. */
async function read(context: CheckContext, header: Header): Promise<Returned> {
  const outcome = await outcomeOf(context, header);
  const sent = sentOf(header);
  const where = LENGTH.where(header.bytes, lengthEnd(header));
  if (outcome.status === 'thrown' && isDeliberate(outcome.thrown)) {
    const { thrown } = outcome;
    fail({
      message: LENGTH.refused,
      sent,
      expected: LENGTH.value(header.length),
      actual: describeThrown(thrown),
      where,
      location: thrown.location,
      hint: LENGTH.refusedHint,
    });
  }
  if (outcome.status !== 'returned') return context.call(FUNCTION, header.bytes);
  const { value } = outcome;
  if (value.type !== 'null') return { value, sent };
  return fail({
    message: LENGTH.tooEarly,
    sent,
    expected: SHAPE,
    actual: 'null',
    where,
    hint: LENGTH.tooEarlyHint,
    isNamed: true,
  });
}

const isDeliberate = ({ code }: { readonly code: unknown }): boolean => typeof code === 'number';

async function outcomeOf({ outcomes }: CheckContext, { bytes }: Header): Promise<Outcome> {
  const [outcome] = await outcomes(FUNCTION, [[bytes]], NAMES);
  if (outcome === undefined) throw new Error('one call gives one outcome');
  return outcome;
}

export async function expectLengths(
  context: CheckContext,
  headers: readonly Header[],
): Promise<void> {
  for (const header of headers) expectLength(await read(context, header), header);
}

function expectLength(returned: Returned, header: Header): void {
  const property = readProperty(returned, 'longueur', SHAPE);
  const actual = readInteger(property, LENGTH.subject);
  if (actual === header.length) return;
  const end = lengthEnd(header);
  const mistake = recogniseLength(actual, header);
  fail({
    message: mistake?.message ?? LENGTH.wrong,
    sent: returned.sent,
    expected: LENGTH.value(header.length),
    actual: LENGTH.value(actual),
    where: LENGTH.where(header.bytes, end),
    hint: mistake?.hint ?? LENGTH.hint(end),
    ...namedBy(mistake),
  });
}

export async function expectSize(context: CheckContext, header: Header): Promise<void> {
  const returned = await read(context, header);
  // In the short form, only the mask bit can make the length wrong.
  if (lengthEnd(header) === 2) expectLength(returned, header);
  const actual = readInteger(readProperty(returned, 'tailleEntete', SHAPE), SIZE.subject);
  if (actual === BigInt(header.size)) return;
  const mistake = recogniseSize(Number(actual), header);
  const masked = header.size > lengthEnd(header);
  fail({
    message: mistake?.message ?? SIZE.wrong,
    sent: returned.sent,
    expected: SIZE.value(header.size),
    actual: SIZE.value(actual),
    where: SIZE.where(masked, header.length),
    hint: mistake?.hint ?? SIZE.hint,
    ...namedBy(mistake),
  });
}

function recogniseSize(actual: number, header: Header): Mistake | null {
  const end = lengthEnd(header);
  const masked = header.size > end;
  if (masked && actual === end) return { message: SIZE.keyForgotten, hint: SIZE.keyForgottenHint };
  if (!masked && actual === end + 4) return { message: SIZE.keyAlways, hint: SIZE.keyAlwaysHint };
  if (BigInt(actual) === BigInt(header.size) + header.length) {
    return { message: SIZE.withData, hint: SIZE.withDataHint };
  }
  const lengthOnly = [end - 1, end - 2, header.size - 1, header.size - 2];
  // 2 for 4 is also what the short form gives.
  if (end === 4 && actual === 2) return null;
  if (lengthOnly.includes(actual)) {
    return { message: SIZE.lengthOnly, hint: SIZE.lengthOnlyHint };
  }
  return null;
}

/** `bytes` were lent: they are what they were. */
export async function expectUnchanged(context: CheckContext, header: Header): Promise<void> {
  const { argumentsAfter } = await outcomeOf(context, header);
  const after = argumentsAfter[0];
  if (after?.type !== 'bytes' || hexadecimal(after.bytes) === hexadecimal(header.bytes)) return;
  fail({
    message: CHANGED.message,
    sent: sentOf(header),
    expected: hexadecimal(header.bytes),
    actual: hexadecimal(after.bytes),
    where: CHANGED.where,
    hint: CHANGED.hint,
    isNamed: true,
  });
}

/** Every beginning of the header: `null` until the length is whole, then `null` or the value until the key is. */
export async function expectPrefixes(context: CheckContext, header: Header): Promise<void> {
  const end = lengthEnd(header);
  for (let count = 0; count < header.size; count += 1) {
    const prefix = { ...header, bytes: header.bytes.slice(0, count) };
    const outcome = await outcomeOf(context, prefix);
    if (count >= end) await expectNullOrValue(context, prefix, outcome, header);
    else await expectNull(context, prefix, outcome, EARLY.where(count, end));
  }
}

async function expectNull(
  { call }: CheckContext,
  prefix: Header,
  outcome: Outcome,
  where: string,
): Promise<void> {
  const { bytes } = prefix;
  const common = {
    sent: sentOf(prefix),
    expected: EARLY.expected,
    where,
  };
  if (outcome.status === 'thrown') {
    const { thrown } = outcome;
    fail({
      ...common,
      message: EARLY.threw,
      actual: describeThrown(thrown),
      location: thrown.location,
      hint: EARLY.threwHint,
      isNamed: true,
    });
  }
  // Never settled: said as for any call.
  const value = outcome.status === 'returned' ? outcome.value : (await call(FUNCTION, bytes)).value;
  if (value.type === 'null') return;
  const isUndefined = value.type === 'undefined';
  fail({
    ...common,
    message: isUndefined ? EARLY.undefined : EARLY.notNull(kindOf(value)),
    actual: showEvidence(value),
    hint: isUndefined ? EARLY.undefinedHint : EARLY.notNullHint,
    isNamed: true,
  });
}

async function expectNullOrValue(
  context: CheckContext,
  prefix: Header,
  outcome: Outcome,
  header: Header,
): Promise<void> {
  const where = EARLY.keyMissing(prefix.bytes.length, prefix.size);
  if (outcome.status !== 'returned') {
    return expectNull(context, prefix, outcome, where);
  }
  const { value } = outcome;
  if (value.type === 'null') return;
  if (value.type !== 'object') return expectNull(context, prefix, outcome, where);
  // Whether it is the right one is said by the checks of whole headers: here, that the key changes nothing.
  const then = await outcomeOf(context, header);
  if (then.status !== 'returned' || then.value.type !== 'object') return;
  const known = { value: then.value, sent: sentOf(header) };
  for (const [name, subject] of PROPERTIES) {
    const of = (from: Returned): bigint => readInteger(readProperty(from, name, SHAPE), subject);
    const [now, later] = [of({ value, sent: sentOf(prefix) }), of(known)];
    if (now === later) continue;
    fail({
      message: EARLY.changes(name),
      sent: sentOf(prefix),
      expected: `null, ou ${name} : ${later}`,
      actual: `${name} : ${now}`,
      where,
      hint: EARLY.changesHint,
    });
  }
}

const PROPERTIES = [
  ['longueur', LENGTH.subject],
  ['tailleEntete', SIZE.subject],
] as const;

const TOP_BIT = 2n ** 63n;

export async function expectRefusal(context: CheckContext, header: Header): Promise<void> {
  const outcome = await outcomeOf(context, header);
  const common = {
    sent: sentOf(header),
    expected: HUGE.expected,
    where: HUGE.where(header.bytes, header.length >= TOP_BIT ? HUGE.topBit : HUGE.tooLarge),
  };
  if (outcome.status === 'thrown') {
    const { thrown } = outcome;
    const { code } = thrown;
    if (code === 1002 || code === 1009) return;
    const message =
      code === undefined
        ? HUGE.noCode
        : typeof code === 'string'
          ? HUGE.textCode
          : HUGE.otherCode(String(code));
    fail({
      ...common,
      message,
      actual: describeThrown(thrown),
      location: thrown.location,
      hint: HUGE.codeHint,
      isNamed: true,
    });
  }
  const { value } =
    outcome.status === 'returned' ? outcome : await context.call(FUNCTION, header.bytes);
  const waits = value.type === 'null' || value.type === 'undefined';
  fail({
    ...common,
    message: waits ? HUGE.waits : HUGE.returned,
    actual: showEvidence(value),
    hint: waits ? HUGE.waitsHint : HUGE.returnedHint,
    isNamed: true,
  });
}
