// Check C5 of step 5.6: once stopped, nothing beats any more; no Ping leaves, nobody is cut, no timer waits.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import { numberIn } from '../server-bench.ts';
import { CLOSE, PING } from '../visitor.ts';
import { CALL, STOP } from './messages.ts';
import { drawInterval, type Patient, Ward } from './ward.ts';

export async function expectNothingAfterStop({ subject, random }: CheckContext): Promise<void> {
  await expectStoppedBeforeAnyone({ subject, random });
  const intervalle = drawInterval(random);
  const ward = await Ward.open(subject, random, { intervalle });
  const healthy = await ward.join({ answers: true });
  // Two whose time is up at the last tick, cut in two intervals, or in the three that dates may take: a delay granted
  // before a cut waits too.
  await ward.pass(random.integer(0, 1) * intervalle);
  const due = [await ward.join({ answers: false })];
  await ward.pass(intervalle);
  due.push(await ward.join({ answers: false }));
  await ward.pass((3 / 2) * intervalle);
  const mute = await ward.join({ answers: false });
  // A millisecond after a tick, when a Ping has just left: a delay granted for its Pong waits, however short it is.
  await ward.pass(intervalle / 2 + 1);
  await ward.settleUntil(() => !due.some(isThere));
  // Whoever was cut before the stop is another check's business.
  const before = [healthy, mute, ...due].filter(isThere);
  // Their connections are still there: what waits for one of them shows.
  expectNoTimer(ward, await stop(ward));
  const late = await ward.join({ answers: true });
  const there = [...before, late];
  const heard = pingsOf(there);
  await ward.pass(4 * intervalle);
  await ward.settleUntil(() => false);
  const pings = pingsOf(there) - heard;
  if (pings > 0) failForPings(ward, pings, late);
  const cut = there.find((patient) => !isThere(patient));
  if (cut !== undefined) failForCut(ward, !cut.answers);
  expectNoTimer(ward, await timersOf(ward));
  await ward.close();
}

/** Stopped at once, with nobody there. */
async function expectStoppedBeforeAnyone({
  subject,
  random,
}: Pick<CheckContext, 'subject' | 'random'>): Promise<void> {
  const ward = await Ward.open(subject, random, {});
  if (!ward.handle.canStop) {
    fail({
      message: STOP.cannot(ward.handle.kind),
      sent: ward.sent,
      expected: STOP.function,
      actual: STOP.given(ward.handle.kind),
      hint: ward.handle.kind === 'promise' ? STOP.syncHint : STOP.functionHint,
    });
  }
  expectNoTimer(ward, await stop(ward));
  await ward.close();
}

/** Calls what `surveiller` gave; the timers that wait afterwards. */
async function stop(ward: Ward): Promise<number> {
  const evidence = await ward.bench.probe(
    `try {
       const { handle } = bench;
       if (typeof handle === 'function') handle(); else handle.arreter();
     } catch (thrown) {
       return { thrown };
     }
     await clock.settle();
     return null;`,
  );
  if (evidence.type !== 'null') {
    fail({
      message: STOP.threw,
      sent: STOP.sent(ward.sent),
      expected: CALL.expected,
      actual: CALL.something,
      hint: STOP.threwHint,
    });
  }
  return timersOf(ward);
}

/** A connection of `ws` has no timer of its own, unless `close()` was called on it: that one is not the student's. */
async function timersOf({ bench }: Ward): Promise<number> {
  const { waiting } = await bench.look();
  const closing = await bench.probe(
    `const isClosing = (client) => client.readyState === client.CLOSING;
     return { count: [...bench.wss.clients].filter(isClosing).length };`,
  );
  return waiting - numberIn(closing, 'count');
}

function expectNoTimer(ward: Ward, waiting: number): void {
  const left = waiting - ward.handle.timersBefore;
  if (left <= 0) return;
  fail({
    message: STOP.timers(left),
    sent: STOP.sent(ward.sent),
    expected: STOP.noTimer,
    actual: STOP.timersActual(left),
    hint: STOP.timersHint,
  });
}

function isThere({ visitor }: Patient): boolean {
  return visitor.state === 'open' && !visitor.has(CLOSE);
}

function pingsOf(patients: readonly Patient[]): number {
  const pings = ({ visitor }: Patient) =>
    visitor.frames.filter(({ opcode }) => opcode === PING).length;
  return patients.reduce((sum, patient) => sum + pings(patient), 0);
}

function failForPings(ward: Ward, pings: number, late: Patient): never {
  fail({
    message: STOP.pings(pings),
    sent: STOP.sent(ward.sent),
    expected: STOP.silence,
    actual: STOP.pingsActual(pings),
    hint: late.visitor.has(PING) ? STOP.lateHint : STOP.timersHint,
  });
}

function failForCut(ward: Ward, isMute: boolean): never {
  fail({
    message: isMute ? STOP.muteCut : STOP.cut,
    sent: STOP.sent(ward.sent),
    expected: STOP.untouched,
    actual: STOP.cutActual,
    hint: STOP.cutHint,
  });
}
