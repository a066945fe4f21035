// Many keys drawn in a row beside the student's code, each pictured at once and once more when all are drawn.
import {
  type CheckContext,
  describeThrown,
  type Evidence,
  fail,
  propertyOf,
  readBytes,
  type Returned,
  showEvidence,
  type Subject,
} from '../../../src/grading/index.ts';
import { DRAW } from './messages.ts';

export const MODULE = 'masque/cle.js';
export const FUNCTION = 'nouvelleCle';
const SIZE = 4;
/** Of `Sec-WebSocket-Key`, with which one confuses it. */
const HANDSHAKE_KEY_SIZE = 16;

/** So many in one probe: the host hears from the realm in between. */
const BATCH = 100;

export type DrawnKey = {
  /** As it came. */
  readonly key: Uint8Array;
  /** The very same result, looked at when the last key of its batch had come. */
  readonly later: Uint8Array;
};

/** A pool as large as `getRandomValues` fills at once, 65,536 bytes, is used up by so many keys, and filled again. */
export const POOL = 16_400;
/** Keys that somebody still holds by then. */
const HELD = 10;

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
    const batch = await drawBatch(subject, sent, { count: BATCH, held: BATCH });
    keys.push(...(batch.length < BATCH ? await drawSlowly(subject, sent) : batch));
  }
  drawnBy.set(subject, keys);
  return keys.slice(0, count);
}

/** A few keys, looked at again when a large pool has been used up since; none where each key takes its time to come. */
export async function drawHeldKeys({ call, subject }: CheckContext): Promise<readonly DrawnKey[]> {
  const { sent } = await call(FUNCTION);
  return drawBatch(subject, sent, { count: POOL, held: HELD });
}

async function drawBatch(
  subject: Subject,
  sent: string,
  size: { readonly count: number; readonly held: number },
): Promise<readonly DrawnKey[]> {
  const evidence = await subject.probe(DRAW_KEYS, { module: MODULE, ...size });
  const failure = propertyOf(evidence, 'failure');
  if (failure.type === 'error') failForThrown(failure, sent);
  const drawn = propertyOf(evidence, 'drawn');
  const items = drawn.type === 'array' ? drawn.items : [];
  return items.map((item) => ({
    key: expectKey({ value: propertyOf(item, 'key'), sent }),
    later: readBytes({ value: propertyOf(item, 'value'), sent }),
  }));
}

/** A promise that needs more than its turn: the realm waits for each, and pictures all at the end. */
async function drawSlowly(subject: Subject, sent: string): Promise<readonly DrawnKey[]> {
  const none = Array.from({ length: BATCH }, () => []);
  const outcomes = await subject.call(MODULE, FUNCTION, none);
  return outcomes.map((outcome) => {
    if (outcome.status === 'thrown') failForThrown({ type: 'error', ...outcome.thrown }, sent);
    if (outcome.status === 'unsettled') {
      fail({ message: DRAW.unsettled, sent, expected: DRAW.aKey });
    }
    const key = expectKey({ value: outcome.value, sent });
    return { key, later: key };
  });
}

export function expectKey(returned: Returned): Uint8Array {
  const key = readBytes(returned);
  if (key.length === SIZE) return key;
  fail({
    message: DRAW.otherSize(key.length),
    sent: returned.sent,
    expected: DRAW.aKey,
    actual: showEvidence(returned.value),
    hint: key.length === HANDSHAKE_KEY_SIZE ? DRAW.handshakeKeyHint : DRAW.otherSizeHint,
    isNamed: true,
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

/**
 * Draws `count` keys and pictures the first `held`. Fewer are `drawn` when one is still awaited: the grader then takes
 * its time.
 */
const DRAW_KEYS = `
const { module, count, held } = input;
const drawn = [];
for (let n = 0; n < count; n += 1) {
  let outcome = null;
  void (async () => {
    try { outcome = { value: await modules[module].${FUNCTION}() }; } catch (thrown) { outcome = { thrown }; }
  })();
  for (let turn = 0; turn < 8 && outcome === null; turn += 1) await null;
  if (outcome === null || 'thrown' in outcome) return { drawn, failure: outcome?.thrown };
  // Now and then the event loop gets a turn, so that the host hears from the realm.
  if (n % 1000 === 999) await clock.settle();
  if (n >= held) continue;
  const { value } = outcome;
  let key = value;
  if (value instanceof Uint8Array || (typeof value === 'object' && value !== null && value.constructor === Array)) {
    key = [];
    for (let i = 0; i < value.length; i += 1) key[i] = value[i];
  }
  drawn[n] = { key, value };
}
return { drawn, failure: null };`;
