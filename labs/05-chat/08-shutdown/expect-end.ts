// Checks C4 and C5 of step 5.8: the promise is kept, once nothing is left; and a second call is no mistake.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import type { Look } from '../server-bench.ts';
import { Closing, drawDelay } from './closing.ts';
import { END } from './messages.ts';

export async function expectNothingLeft({ subject, random }: CheckContext): Promise<void> {
  // Everyone answers, nobody is there, somebody does not answer: each has its own way to be kept waiting.
  for (const [polite, mute] of [
    [random.integer(2, 4), 0],
    [0, 0],
    [1, 1],
  ] as const) {
    const closing = await Closing.open(subject, random, {
      kind: random.pick(['joined', 'apart']),
      delay: drawDelay(random),
    });
    await closing.joinAll(polite, 'polite');
    await closing.joinAll(mute, 'mute');
    await closing.call();
    const look = await closing.finish();
    closing.expectKept(look);
    expectEmpty(closing, look, polite + mute);
    await closing.close();
  }
}

function expectEmpty(closing: Closing, look: Look, count: number): void {
  const sent = END.sent(closing.sent, count);
  const [kept] = look.calls;
  if (kept === undefined) return;
  if (kept.listening) {
    fail({
      message: END.listening,
      sent,
      expected: 'serveur.listening === false',
      actual: 'serveur.listening === true',
      hint: END.listeningHint,
    });
  }
  if (kept.clients > 0) {
    fail({
      message: END.clients(kept.clients),
      sent,
      expected: 'wss.clients.size === 0',
      actual: `wss.clients.size === ${kept.clients}`,
      hint: END.clientsHint,
    });
  }
  const open = closing.guests.filter(({ visitor }) => visitor.state === 'open').length;
  if (open > 0) {
    fail({
      message: END.sockets(open),
      sent,
      expected: END.noSocket,
      actual: END.socketsActual(open),
      hint: END.clientsHint,
    });
  }
  const timers = look.referenced - closing.timersBefore;
  if (timers > 0) {
    fail({
      message: END.timers(timers),
      sent,
      expected: END.noTimer,
      actual: END.timersActual(timers),
      hint: END.timersHint,
      isNamed: true,
    });
  }
}

/** The second call comes in the same breath, in the middle of the first, or long after it. */
export async function expectSecondCallKept({ subject, random }: CheckContext): Promise<void> {
  for (const when of ['together', 'during', 'after'] as const) {
    const closing = await Closing.open(subject, random, {
      kind: random.pick(['joined', 'apart']),
      delay: drawDelay(random),
    });
    await closing.join('polite');
    await closing.join('mute');
    await closing.call({ times: when === 'together' ? 2 : 1 });
    if (when === 'during') {
      await closing.pass(Math.floor((closing.delay * random.integer(20, 60)) / 100));
      await closing.call();
    }
    const first = await closing.finish();
    // That the first is kept at all is the business of C4.
    if (first.calls[0]?.state !== 'resolved' && first.calls.length < 2) closing.expectKept(first);
    if (when === 'after') {
      await closing.call();
      // It has as long as the first one.
      await closing.pass(closing.delay + 1_000);
    } else if (when === 'during') {
      await closing.pass(closing.delay);
    }
    closing.expectKept(await closing.bench.look());
    await closing.close();
  }
}
