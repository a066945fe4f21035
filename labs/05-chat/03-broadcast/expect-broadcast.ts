// What a broadcast must have done to each client, and the number that it gives back.
import {
  type CheckContext,
  fail,
  propertyOf,
  readInteger,
  showEvidence,
} from '../../../src/grading/index.ts';
import { type Broadcast, type Client, OPEN } from './broadcasts.ts';
import { COUNT, name, SEND } from './messages.ts';
import { type Done, play } from './play-broadcast.ts';

/** Each open client got the text once: neither nothing nor twice, and nothing else. */
export async function expectOnceEach(context: CheckContext, broadcast: Broadcast): Promise<void> {
  const done = await play(context, broadcast);
  expectReached(broadcast, done, () =>
    broadcast.text === '' ? SEND.forgottenEmpty : SEND.forgotten,
  );
  for (const [rank, calls] of done.sends.entries()) {
    if (calls.length > 1) {
      fail({
        message: SEND.twice(name(rank), calls.length),
        sent: done.returned.sent,
        expected: SEND.once,
        actual: SEND.times(calls.length),
        hint: SEND.twiceHint,
      });
    }
    const data = propertyOf(calls[0] ?? { type: 'undefined' }, 'data');
    if (textOf(data) === broadcast.text) continue;
    fail({
      message: SEND.otherText(name(rank)),
      sent: done.returned.sent,
      expected: broadcast.text,
      actual: showEvidence(data),
      hint: SEND.otherTextHint,
    });
  }
}

/** Those that are not open are left alone, and the others reached. */
export async function expectClosedSkipped(
  context: CheckContext,
  broadcast: Broadcast,
): Promise<void> {
  const done = await play(context, broadcast);
  for (const [rank, { state }] of broadcast.clients.entries()) {
    if (state === OPEN || done.sends[rank]?.length === 0) continue;
    fail({
      message: SEND.notOpen(name(rank), state),
      sent: done.returned.sent,
      expected: SEND.none(name(rank)),
      actual: SEND.called(name(rank)),
      hint: SEND.notOpenHint,
    });
  }
  expectReached(broadcast, done, () => SEND.forgotten);
}

/** A client whose `send` throws harms nobody else. */
export async function expectOthersReached(
  context: CheckContext,
  broadcast: Broadcast,
): Promise<void> {
  const done = await play(context, broadcast);
  expectReached(broadcast, done, (rank) =>
    broadcast.clients.slice(0, rank).some(({ throws }) => throws) ? SEND.afterDead : SEND.forgotten,
  );
}

export async function expectLeftOut(context: CheckContext, broadcast: Broadcast): Promise<void> {
  const done = await play(context, broadcast);
  const { except } = broadcast;
  if (except !== null && except >= 0 && done.sends[except]?.length !== 0) {
    fail({
      message: SEND.echoed(name(except)),
      sent: done.returned.sent,
      expected: SEND.none(name(except)),
      actual: SEND.called(name(except)),
      hint: SEND.echoedHint,
    });
  }
  expectReached(broadcast, done, () => SEND.forgottenBeside);
}

export async function expectCount(context: CheckContext, broadcast: Broadcast): Promise<void> {
  const { returned } = await play(context, broadcast);
  const expected = broadcast.clients.filter((each, rank) => isOwed(broadcast, each, rank)).length;
  const read = readInteger(returned, COUNT.what);
  if (read === BigInt(expected)) return;
  const mistake = COUNT.mistakes({
    read: Number(read),
    all: broadcast.clients.length,
    open: broadcast.clients.filter(({ state }) => state === OPEN).length,
    hasDead: broadcast.clients.some(({ throws }) => throws),
  });
  fail({
    message: COUNT.other(Number(read), expected),
    sent: returned.sent,
    expected: String(expected),
    actual: String(read),
    hint: mistake,
  });
}

function isOwed({ except }: Broadcast, { state, throws }: Client, rank: number): boolean {
  return state === OPEN && !throws && rank !== except;
}

type Reason = { readonly message: (name: string) => string; readonly hint: string };

function expectReached(broadcast: Broadcast, done: Done, why: (rank: number) => Reason): void {
  for (const [rank, each] of broadcast.clients.entries()) {
    if (!isOwed(broadcast, each, rank) || done.sends[rank]?.length !== 0) continue;
    const { message, hint } = why(rank);
    fail({
      message: message(name(rank)),
      sent: done.returned.sent,
      expected: SEND.reached(name(rank)),
      actual: SEND.none(name(rank)),
      hint,
    });
  }
}

function textOf(data: ReturnType<typeof propertyOf>): string | null {
  if (data.type === 'string') return data.value;
  if (data.type === 'bytes') return new TextDecoder().decode(data.bytes);
  if (data.type !== 'array') return null;
  const bytes = data.items.map((item) => (item.type === 'number' ? item.value : 0));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
