// Judges what becomes of memory in step 3.5: chunks stay as they were, and frames no longer depend on them, nor on each other.
import {
  type CheckContext,
  type Evidence,
  fail,
  failureIn,
  hexadecimal,
  isSameBytes,
  propertyOf,
  readBytes,
  showEvidence,
} from '../../../src/grading/index.ts';
import { failForCall } from './call-failure.ts';
import type { Delivery } from './expect-frames.ts';
import { type Played, type PlayedCall, playFeeds, thrownBy } from './feed.ts';
import { MEMORY, SENT, STREAM } from './messages.ts';

/** Plays are compared with each other, never with the oracle: wrong bytes are another check's business. */
export async function expectOwnMemory(
  context: CheckContext,
  deliveries: readonly Delivery[],
): Promise<void> {
  const feeds = deliveries.flatMap(({ chunks }, stream) =>
    chunks.map((data) => ({ stream, data })),
  );
  const plain = await playFeeds(context, feeds, { keepsChunks: true });
  if (framesOf(plain.calls).length === 0) failForNothing(plain, deliveries);
  for (const [index, call] of plain.calls.entries()) {
    const feed = feeds[index];
    const delivery = deliveries[feed?.stream ?? 0];
    if (feed === undefined || delivery === undefined || call.status !== 'returned') continue;
    expectUnchanged(call.after, feed.data, sentOf(plain, delivery));
  }
  const reused = await playFeeds(context, feeds, { reuse: true });
  for (const [place, delivery] of deliveries.entries()) {
    const ofStream = ({ calls }: Played) =>
      calls.filter((_, index) => feeds[index]?.stream === place);
    expectSame(ofStream(plain), ofStream(reused), delivery, sentOf(plain, delivery));
  }
}

/** Memory of which nothing ever comes out cannot be judged. */
function failForNothing(plain: Played, [delivery]: readonly Delivery[]): never {
  const sent = delivery === undefined ? '' : sentOf(plain, delivery);
  const failed = plain.calls.find(({ status }) => status !== 'returned' && status !== 'skipped');
  if (failed !== undefined && failed.status !== 'returned' && failed.status !== 'skipped') {
    failForCall(failed, sent, delivery?.name ?? '');
  }
  fail({
    message: STREAM.noBuffer,
    sent,
    expected: STREAM.frames(delivery?.stream.frames.length ?? 0),
    actual: MEMORY.noFrame,
    where: delivery?.name,
    hint: STREAM.lostHint,
  });
}

const sentOf = ({ form }: Played, { chunks }: Delivery): string => SENT.chunks(form, '', chunks);

function expectUnchanged(actual: Uint8Array, before: Uint8Array, sent: string): void {
  if (isSameBytes(actual, before)) return;
  fail({
    message: MEMORY.changed,
    sent,
    expected: hexadecimal(before),
    actual: hexadecimal(actual),
    where: MEMORY.changedWhere,
    hint: MEMORY.changedHint,
  });
}

function expectSame(
  plain: readonly PlayedCall[],
  reused: readonly PlayedCall[],
  { name }: Delivery,
  sent: string,
): void {
  const before = framesOf(plain);
  const later = framesOf(reused);
  for (const [rank, frame] of before.entries()) {
    const data = dataOf(frame, sent);
    // What is no frame in the plain play is another check's business.
    if (data === null) continue;
    const other = later[rank];
    const actual = other === undefined ? null : dataOf(other, sent);
    if (actual !== null && isSameBytes(data, actual)) continue;
    // What could not be played again says nothing of memory.
    const unsettled = later.length <= rank && reused.find((call) => call.status === 'unsettled');
    if (unsettled) failForCall(unsettled, sent, name);
    fail({
      message: MEMORY.shared,
      sent,
      expected: hexadecimal(data),
      actual: actual === null ? failureOf(reused) : hexadecimal(actual),
      where: MEMORY.where(rank + 1, before.length, name),
      hint: MEMORY.sharedHint,
    });
  }
}

const framesOf = (calls: readonly PlayedCall[]): readonly Evidence[] =>
  calls.flatMap((call) => (call.status === 'returned' ? call.frames : []));

function dataOf(frame: Evidence, sent: string): Uint8Array | null {
  const value = propertyOf(frame, 'donnees');
  return failureIn(() => readBytes({ value, sent })) === null ? readBytes({ value, sent }) : null;
}

/** A play that ended early: with what was thrown, or with fewer frames. */
function failureOf(calls: readonly PlayedCall[]): string {
  const thrown = thrownBy(calls);
  return thrown === null ? MEMORY.noFrame : showEvidence(thrown);
}
