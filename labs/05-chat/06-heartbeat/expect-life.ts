// Checks C1 and C3 of step 5.6: whoever answers lives, and whoever has just come is given the time to answer.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import { CLOSE, PING, TEXT, type Visitor } from '../visitor.ts';
import { DEATH, intervals, LIFE, NEWCOMER } from './messages.ts';
import { drawInterval, type Options, type Patient, Ward } from './ward.ts';

const ROUNDS = 10;

/** Pongs at most until whoever fell silent beside it is gone. */
const NEIGHBOUR_PONGS = 3;

/** Clients that came at three moments of an interval, one mute among them, then, without options, one that takes its time. */
export async function expectHealthyClientsAlive({ subject, random }: CheckContext): Promise<void> {
  const intervalle = drawInterval(random);
  await expectAlive({ subject, random }, { intervalle }, ROUNDS);
  await expectAlive({ subject, random }, null, 3);
}

async function expectAlive(
  { subject, random }: Pick<CheckContext, 'subject' | 'random'>,
  options: Options,
  rounds: number,
): Promise<void> {
  const ward = await Ward.open(subject, random, options);
  const look = () => {
    for (const patient of ward.patients) if (patient.answers) expectOpen(ward, patient);
  };
  for (let count = 0; count < 3; count += 1) {
    await ward.join({ answers: true });
    await ward.pass(Math.floor((ward.interval * random.integer(10, 40)) / 100), look);
    // Whoever falls silent is no reason to cut those beside it.
    if (count === 0) await ward.join({ answers: false });
  }
  // All have come before the first tick: each lives through one more than is asked of it, wherever they came.
  await ward.pass((rounds + 3 / 2) * ward.interval - ward.elapsed, look);
  await ward.close();
}

function expectOpen(ward: Ward, patient: Patient): void {
  const { visitor, pongs } = patient;
  const isClosing = visitor.has(CLOSE);
  if (visitor.state === 'open' && !isClosing) return;
  const pings = visitor.frames.filter(({ opcode }) => opcode === PING).length;
  const life = intervals(ward.elapsed - patient.joinedAt, ward.interval);
  fail({
    message: LIFE.cut(life),
    sent: LIFE.sent(ward.sent),
    expected: LIFE.expected,
    actual: isClosing ? LIFE.closed : DEATH.cut[visitor.state === 'reset' ? 'reset' : 'ended'],
    where: LIFE.where(ward.elapsed, pings, pongs),
    hint: hintFor(visitor, pings, pongs),
  });
}

function hintFor(visitor: Visitor, pings: number, pongs: number): string {
  if (pings === 0) return visitor.has(TEXT) ? LIFE.textHint : LIFE.noPingHint;
  if (pongs === 0) return LIFE.hurryHint;
  if (pongs === 1) return LIFE.flagHint;
  return pongs > NEIGHBOUR_PONGS ? LIFE.countHint : LIFE.neighbourHint;
}

/** Joined one millisecond before each of three ticks: nobody has asked it anything yet. */
export async function expectNewcomersAlive({ subject, random }: CheckContext): Promise<void> {
  const intervalle = drawInterval(random);
  const ward = await Ward.open(subject, random, { intervalle });
  // A server that starts to tick with its first client has one.
  await ward.join({ answers: true });
  for (let tick = 1; tick <= 3; tick += 1) {
    await ward.pass(tick * intervalle - 1 - ward.elapsed);
    await expectSparedByTick(ward, tick);
  }
  await ward.close();
}

async function expectSparedByTick(ward: Ward, tick: number): Promise<void> {
  const newcomers: Patient[] = [];
  for (let count = 0; count < 3; count += 1) newcomers.push(await ward.join({ answers: true }));
  await ward.pass(1);
  await ward.settleUntil(() => newcomers.some(({ visitor }) => visitor.state !== 'open'));
  const cut = newcomers.find(({ visitor }) => visitor.state !== 'open' || visitor.has(CLOSE));
  if (cut === undefined) return;
  const arrivals = Array.from({ length: tick }, (_, index) => (index + 1) * ward.interval - 1);
  fail({
    message: NEWCOMER.cut,
    sent: NEWCOMER.sent(ward.sent, arrivals),
    expected: NEWCOMER.expected,
    actual: cut.visitor.has(PING) ? NEWCOMER.actualPinged : NEWCOMER.actual,
    where: NEWCOMER.where(tick * ward.interval),
    hint: NEWCOMER.hint,
  });
}
