// Check C6 of step 5.6: a thousand clients come and go, and neither timers nor listeners pile up.
import {
  type CheckContext,
  describeThrown,
  fail,
  type Random,
  type Subject,
} from '../../../src/grading/index.ts';
import { CALL, CROWD } from './messages.ts';
import { drawInterval, Ward } from './ward.ts';

const COUNT = 1_000;

/** Timers for each client that is there: one for its next Ping, one for its Pong, and room for other ways. */
const TIMERS_EACH = 4;

/** Timers that may be left once everyone has gone. */
const TIMERS_ALONE = 8;

/** Rounds during which nobody comes or goes, and what each may add: nothing. */
const ROUNDS = 8;
const CLIENTS = 3;

export async function expectNothingPilesUp({ subject, random }: CheckContext): Promise<void> {
  await expectBoundedTimers(subject, random);
  await expectBoundedListeners(subject, random);
}

/** In memory, for a thousand real connections would take a minute; to the server they are clients like others. */
async function expectBoundedTimers(subject: Subject, random: Random): Promise<void> {
  const intervalle = drawInterval(random);
  const ward = await Ward.open(subject, random, { intervalle });
  const { bench, handle } = ward;
  const came = await bench.probe(
    'support.crowd(bench, input.count); await clock.settle(); return null;',
    { count: COUNT },
  );
  if (came.type === 'error') {
    const what = describeThrown(came);
    fail({
      message: CROWD.threw(what),
      sent: CROWD.sent(ward.sent, COUNT, false),
      expected: CALL.expected,
      actual: CALL.exception(what),
      location: came.location,
      hint: CROWD.threwHint,
    });
  }
  await ward.pass(Math.floor(intervalle / 2));
  expectTimers(ward, (await bench.look()).waiting - handle.timersBefore, COUNT * TIMERS_EACH);
  // Half of them leave at once; the others, who answer nothing, are cut, or leave in their turn.
  await leave(ward, 2);
  await ward.pass(4 * intervalle);
  await leave(ward, 1);
  await ward.pass(2 * intervalle);
  expectTimers(ward, (await bench.look()).waiting - handle.timersBefore, TIMERS_ALONE);
  await ward.close();
}

async function leave({ bench }: Ward, each: number): Promise<void> {
  await bench.probe(
    `for (let index = 0; index < bench.crowd.length; index += input.each) bench.crowd[index].destroy();
     await clock.settle();
     return null;`,
    { each },
  );
}

function expectTimers(ward: Ward, timers: number, most: number): void {
  if (timers <= most) return;
  const isAlone = most === TIMERS_ALONE;
  fail({
    message: (isAlone ? CROWD.left : CROWD.tooMany)(COUNT, timers),
    sent: CROWD.sent(ward.sent, COUNT, isAlone),
    expected: isAlone ? CROWD.alone : CROWD.most(most),
    actual: CROWD.timers(timers),
    hint: isAlone ? CROWD.leftHint : CROWD.tooManyHint,
  });
}

async function expectBoundedListeners(subject: Subject, random: Random): Promise<void> {
  const ward = await Ward.open(subject, random, { intervalle: drawInterval(random) });
  for (let count = 0; count < CLIENTS; count += 1) await ward.join({ answers: true });
  await ward.pass(3 * ward.interval);
  const before = await ward.bench.look();
  await ward.pass(ROUNDS * ward.interval);
  const after = await ward.bench.look();
  const [listeners, timers] = [after.listeners - before.listeners, after.waiting - before.waiting];
  await ward.close();
  // Whoever has cut its clients meanwhile is another check's business.
  if (after.clients < before.clients || Math.max(listeners, timers) < ROUNDS) return;
  const isListeners = listeners >= ROUNDS;
  fail({
    message: isListeners ? CROWD.listeners(listeners) : CROWD.growing(timers),
    sent: CROWD.rounds(ward.sent, CLIENTS, ROUNDS),
    expected: isListeners ? CROWD.sameListeners : CROWD.sameTimers,
    actual: isListeners ? CROWD.moreListeners(listeners) : CROWD.timers(timers),
    hint: isListeners ? CROWD.listenersHint : CROWD.leftHint,
  });
}
