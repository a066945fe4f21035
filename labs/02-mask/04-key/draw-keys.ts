// Many keys drawn in a row beside the student's code, each pictured at once and once more when all are drawn.
import {
  type CheckContext,
  describeThrown,
  type Evidence,
  fail,
  propertyOf,
  readBytes,
  type Returned,
  SETTLE_IN_PROBE,
  showEvidence,
  type Subject,
} from '../../../src/grading/index.ts';
import { DRAW } from './messages.ts';

export const MODULE = 'masque/cle.js';
export const FUNCTION = 'nouvelleCle';
const SIZE = 4;

/** So many in one probe: the host hears from the realm in between. */
const BATCH = 100;

export type DrawnKey = {
  /** As it came. */
  readonly key: Uint8Array;
  /** The very same result, looked at when the last key of its batch had come. */
  readonly later: Uint8Array;
};

/** What a realm has drawn already: chance needs no new draw for each check. */
const drawnBy = new WeakMap<Subject, readonly DrawnKey[]>();

/** The first keys of a realm, of four bytes each; fails the check at the first that is anything else. */
export async function drawKeys(
  { call }: CheckContext,
  subject: Subject,
  count: number,
): Promise<readonly DrawnKey[]> {
  // What a call throws, or never gives, is said as for any other call.
  const { sent } = await call(FUNCTION);
  const keys: DrawnKey[] = [...(drawnBy.get(subject) ?? [])];
  while (keys.length < count) {
    const evidence = await subject.probe(DRAW_KEYS, { module: MODULE, count: BATCH });
    const failure = propertyOf(evidence, 'failure');
    if (failure.type === 'error') failForThrown(failure, sent);
    const drawn = propertyOf(evidence, 'drawn');
    const items = drawn.type === 'array' ? drawn.items : [];
    if (items.length < BATCH) fail({ message: DRAW.unsettled, sent, expected: DRAW.aKey });
    for (const item of items) {
      keys.push({
        key: expectKey({ value: propertyOf(item, 'key'), sent }),
        later: readBytes({ value: propertyOf(item, 'value'), sent }),
      });
    }
  }
  drawnBy.set(subject, keys);
  return keys.slice(0, count);
}

export function expectKey(returned: Returned): Uint8Array {
  const key = readBytes(returned);
  if (key.length === SIZE) return key;
  fail({
    message: DRAW.otherSize(key.length),
    sent: returned.sent,
    expected: DRAW.aKey,
    actual: showEvidence(returned.value),
    hint: DRAW.otherSizeHint,
  });
}

function failForThrown(thrown: Extract<Evidence, { type: 'error' }>, sent: string): never {
  fail({
    message: DRAW.threw(describeThrown(thrown)),
    sent,
    expected: DRAW.aKey,
    actual: showEvidence(thrown),
    location: thrown.location,
    hint: DRAW.threwHint,
  });
}

const DRAW_KEYS = `${SETTLE_IN_PROBE}
const { module, count } = input;
const drawn = [];
for (let n = 0; n < count; n += 1) {
  const outcome = await settle(() => modules[module].${FUNCTION}());
  if (outcome === null || 'thrown' in outcome) return { drawn, failure: outcome?.thrown };
  const { value } = outcome;
  let key = value;
  if (value instanceof Uint8Array || (typeof value === 'object' && value !== null && value.constructor === Array)) {
    key = [];
    for (let i = 0; i < value.length; i += 1) key[i] = value[i];
  }
  drawn[n] = { key, value };
}
return { drawn, failure: null };`;
