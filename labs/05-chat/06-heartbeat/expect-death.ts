// Checks C2 and C4 of step 5.6: whoever stops answering is found out in time, and its connection is really cut.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import { CLOSE, PING } from '../visitor.ts';
import { DEATH, intervals } from './messages.ts';
import {
  DEFAULT_INTERVAL,
  drawInterval,
  drawShortInterval,
  LONGEST_LIFE,
  type Patient,
  Ward,
} from './ward.ts';

/** Several at once, and one that goes mute after two Pongs. */
export async function expectMuteClientsGone({ subject, random }: CheckContext): Promise<void> {
  const intervalle = drawInterval(random);
  const ward = await Ward.open(subject, random, { intervalle });
  await ward.pass(Math.floor((intervalle * random.integer(5, 45)) / 100));
  const fading = await ward.join({ answers: true });
  const mute: Patient[] = [];
  for (let count = 0; count < 4; count += 1) mute.push(await ward.join({ answers: false }));
  const turns = () => {
    // Two Pongs are enough to be taken for alive; whoever gets no Ping has nothing to answer.
    if (fading.pongs >= 2) fading.answers = false;
  };
  await ward.pass(Math.ceil(LONGEST_LIFE * intervalle), turns);
  await expectAllFound(ward, mute);
  fading.answers = false;
  await ward.pass(Math.ceil(fading.lastAlive + LONGEST_LIFE * intervalle - ward.elapsed));
  await expectAllFound(ward, [fading]);
  await ward.close();
  await expectDefaultInterval({ subject, random });
}

/** Without options, the interval is that of the contract: neither far longer, nor far shorter. */
async function expectDefaultInterval({
  subject,
  random,
}: Pick<CheckContext, 'subject' | 'random'>): Promise<void> {
  const ward = await Ward.open(subject, random, null);
  const mute = await ward.join({ answers: false });
  await ward.pass(DEFAULT_INTERVAL / 4);
  if (mute.visitor.state !== 'open') {
    fail({
      message: DEATH.tooSoon(ward.elapsed),
      sent: DEATH.sent(ward.sent),
      expected: DEATH.defaultExpected,
      actual: DEATH.cut[mute.visitor.state],
      hint: DEATH.defaultHint,
    });
  }
  await ward.pass(Math.ceil(LONGEST_LIFE * DEFAULT_INTERVAL) - ward.elapsed);
  await expectAllFound(ward, [mute]);
  await ward.close();
}

/** Cut, or at least told to go: whether `close()` is enough is the business of C4. */
async function expectAllFound(ward: Ward, patients: readonly Patient[]): Promise<void> {
  const isFound = ({ visitor }: Patient) => visitor.state !== 'open' || visitor.has(CLOSE);
  if (await ward.settleUntil(() => patients.every(isFound))) return;
  const left = patients.filter((patient) => !isFound(patient));
  const [first] = left;
  if (first === undefined) return;
  const pings = first.visitor.frames.filter(({ opcode }) => opcode === PING).length;
  fail({
    message:
      left.length < patients.length
        ? DEATH.someLeft(left.length, patients.length)
        : first.pongs > 0
          ? DEATH.fadingLeft
          : DEATH.left(patients.length),
    sent: DEATH.sent(ward.sent),
    expected: DEATH.expected,
    actual: DEATH.stillOpen(intervals(ward.elapsed - first.lastAlive, ward.interval), pings),
    where: DEATH.where(ward.elapsed - first.lastAlive),
    hint:
      left.length < patients.length
        ? DEATH.someHint
        : ward.interval === DEFAULT_INTERVAL
          ? DEATH.defaultHint
          : DEATH.hint,
  });
}

/** Bytes that the server has queued for a client that never reads: more than any pipe takes. */
const FLOOD = { messages: 256, size: 65_536 } as const;

/** A client that has left without a word answers no Close either, and one that never reads keeps what is queued. */
export async function expectMuteClientsTerminated({
  subject,
  random,
}: CheckContext): Promise<void> {
  const intervalle = drawShortInterval(random);
  const ward = await Ward.open(subject, random, { intervalle });
  // Soon after a tick: what cuts at ticks has no interval to spare for a delay of its own.
  await ward.pass(Math.floor((intervalle * random.integer(5, 15)) / 100));
  const deaf = await ward.join({ answers: false });
  deaf.visitor.stopReading();
  await ward.bench.probe(
    `const [client] = bench.wss.clients;
     const message = Buffer.alloc(input.size, 'x');
     for (let count = 0; count < input.messages; count += 1) client.send(message);
     return null;`,
    FLOOD,
  );
  const mute = await ward.join({ answers: false });
  await ward.pass(Math.ceil(LONGEST_LIFE * intervalle));
  await expectCut(ward, mute, DEATH.mute);
  await expectForgotten(ward);
  deaf.visitor.readOn();
  await expectCut(ward, deaf, DEATH.deaf);
  await ward.close();
}

async function expectCut(ward: Ward, patient: Patient, who: string): Promise<void> {
  const { visitor } = patient;
  if (await ward.settleUntil(() => visitor.state !== 'open')) return;
  const isClosing = visitor.has(CLOSE);
  fail({
    message:
      (isClosing ? DEATH.onlyClosed(who) : DEATH.notCut(who)) +
      (who === DEATH.deaf ? DEATH.deafGain : ''),
    sent: DEATH.sent(ward.sent),
    expected: DEATH.cutExpected,
    actual: isClosing ? DEATH.closeFrame : DEATH.nothing,
    where: DEATH.where(ward.elapsed - patient.joinedAt),
    hint: isClosing ? DEATH.closeHint : DEATH.hint,
  });
}

/** Half a cut leaves the server with a client that it keeps in its list. */
async function expectForgotten(ward: Ward): Promise<void> {
  const { clients } = await ward.bench.look();
  if (clients === 0) return;
  fail({
    message: DEATH.kept(clients),
    sent: DEATH.sent(ward.sent),
    expected: DEATH.keptExpected,
    actual: `wss.clients.size === ${clients}`,
    hint: DEATH.closeHint,
  });
}
