// Checks C1 and C3 of step 5.6: whoever answers lives, and whoever has just come is given the time to answer.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import { CLOSE, PING, TEXT } from '../visitor.ts';
import { DEATH, intervals, LIFE, NEWCOMER } from './messages.ts';
import { drawInterval, type Options, type Patient, Ward } from './ward.ts';

const ROUNDS = 10;

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
  await ward.pass(rounds * ward.interval, look);
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
    hint:
      pings > 0
        ? pongs > 1
          ? LIFE.neighbourHint
          : pongs > 0
            ? LIFE.flagHint
            : LIFE.hurryHint
        : visitor.has(TEXT)
          ? LIFE.textHint
          : LIFE.noPingHint,
  });
}

/** Joined one millisecond before each of three ticks: nobody has asked it anything yet. */
export async function expectNewcomersAlive({ subject, random }: CheckContext): Promise<void> {
  const intervalle = drawInterval(random);
  const ward = await Ward.open(subject, random, { intervalle });
  // A server that starts to tick with its first client has one.
  await ward.join({ answers: true });
  const before = random.integer(1, 3);
  await ward.pass(before * intervalle - 1);
  const newcomers: Patient[] = [];
  for (let count = 0; count < 3; count += 1) newcomers.push(await ward.join({ answers: true }));
  await ward.pass(1);
  await ward.settleUntil(() => newcomers.some(({ visitor }) => visitor.state !== 'open'));
  const cut = newcomers.find(({ visitor }) => visitor.state !== 'open' || visitor.has(CLOSE));
  if (cut !== undefined) {
    fail({
      message: NEWCOMER.cut,
      sent: NEWCOMER.sent(ward.sent, before * intervalle - 1),
      expected: NEWCOMER.expected,
      actual: cut.visitor.has(PING) ? NEWCOMER.actualPinged : NEWCOMER.actual,
      where: NEWCOMER.where(before * intervalle),
      hint: NEWCOMER.hint,
    });
  }
  await ward.close();
}
