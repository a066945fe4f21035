// Check C3 of step 5.8: whoever has not answered is given the delay, and no more.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import { CLOSE } from '../visitor.ts';
import { Closing, drawDelay, GRACE, type Guest } from './closing.ts';
import { DEADLINE } from './messages.ts';

/** Bytes that the server has queued for a client that never reads: more than any pipe takes. */
const FLOOD = { messages: 256, size: 65_536 } as const;

/** The end of the delay itself may come early by so little. */
const ALMOST = 0.9;

export async function expectStragglersCut({ subject, random }: CheckContext): Promise<void> {
  const closing = await Closing.open(subject, random, { kind: 'joined', delay: drawDelay(random) });
  const deaf = await closing.join('mute');
  deaf.visitor.stopReading();
  await closing.bench.probe(
    `const [client] = bench.wss.clients;
     const message = Buffer.alloc(input.size, 'x');
     for (let count = 0; count < input.messages; count += 1) client.send(message);
     return null;`,
    FLOOD,
  );
  const mute = await closing.join('mute');
  const hesitant = await closing.join('polite', Math.floor((closing.delay * 6) / 10));
  await closing.call();
  await closing.pass(Math.floor(closing.delay * ALMOST));
  await closing.settle(() => mute.goneAt !== null);
  expectGivenTime(closing, mute);
  if (!hesitant.hasAnswered) expectGivenTime(closing, hesitant);
  await closing.pass(closing.delay + GRACE - closing.elapsed);
  await closing.settle(() => mute.goneAt !== null);
  expectCut(closing, mute, DEADLINE.mute);
  deaf.visitor.readOn();
  await closing.settle(() => deaf.goneAt !== null);
  expectCut(closing, deaf, DEADLINE.deaf);
  await expectDefaultDelay({ subject, random });
  await closing.close();
}

/** Without the option, five seconds. */
async function expectDefaultDelay({
  subject,
  random,
}: Pick<CheckContext, 'subject' | 'random'>): Promise<void> {
  const closing = await Closing.open(subject, random, { kind: 'apart', delay: null });
  const mute = await closing.join('mute');
  await closing.call();
  await closing.pass(Math.floor(closing.delay * ALMOST));
  await closing.settle(() => mute.goneAt !== null);
  expectGivenTime(closing, mute);
  await closing.pass(closing.delay + GRACE - closing.elapsed);
  await closing.settle(() => mute.goneAt !== null);
  expectCut(closing, mute, DEADLINE.mute);
  await closing.close();
}

/** Whoever was cut without a Close is the business of C1. */
function expectGivenTime(closing: Closing, guest: Guest): void {
  if (guest.goneAt === null || !guest.visitor.has(CLOSE)) return;
  fail({
    message: DEADLINE.tooSoon,
    sent: DEADLINE.sent(closing.sent),
    expected: DEADLINE.given(closing.delay),
    actual: DEADLINE.goneAt(guest.goneAt),
    hint: DEADLINE.tooSoonHint,
  });
}

function expectCut(closing: Closing, guest: Guest, who: string): void {
  if (guest.goneAt !== null) return;
  fail({
    message: DEADLINE.left(who),
    sent: DEADLINE.sent(closing.sent),
    expected: DEADLINE.expected(closing.delay + GRACE),
    actual: DEADLINE.open,
    where: DEADLINE.where(closing.elapsed),
    hint: DEADLINE.hint,
  });
}
