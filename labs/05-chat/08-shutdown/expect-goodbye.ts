// Checks C1 and C6 of step 5.8: everyone is told, with the code that says so, and after all that was to be said.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import type { BenchKind } from '../server-bench.ts';
import { showFrame, TEXT } from '../visitor.ts';
import { closeOf, Closing, codeOf, drawDelay, type Guest } from './closing.ts';
import { GOODBYE, ORDER } from './messages.ts';

export const GOING_AWAY = 1001;

/** Both ways of joining the two servers: only one of them lets `wss.close()` take care of the upgrades. */
const KINDS: readonly BenchKind[] = ['joined', 'apart'];

export async function expectEveryoneTold({ subject, random }: CheckContext): Promise<void> {
  for (const kind of KINDS) {
    const closing = await Closing.open(subject, random, { kind, delay: drawDelay(random) });
    const count = random.integer(2, 4);
    await closing.joinAll(count, 'polite');
    await closing.join('mute');
    await closing.call();
    const look = await closing.finish();
    for (const guest of closing.guests) expectToldToGo(closing, guest);
    // A promise that is not kept matters to C4; one that is rejected explains the rest.
    if (look.calls.some(({ state }) => state === 'threw')) closing.expectKept(look);
    await closing.close();
  }
}

function expectToldToGo(closing: Closing, guest: Guest): void {
  const close = closeOf(guest);
  const code = close === undefined ? null : codeOf(close);
  if (code === GOING_AWAY) return;
  fail({
    message:
      close === undefined
        ? guest.goneAt === null
          ? GOODBYE.notTold
          : GOODBYE.cut
        : GOODBYE.otherCode(code),
    sent: closing.sent,
    expected: GOODBYE.expected,
    actual:
      close === undefined
        ? guest.goneAt === null
          ? GOODBYE.nothing
          : GOODBYE.end
        : showFrame(close),
    where: close === undefined ? null : GOODBYE.where,
    hint:
      close !== undefined
        ? GOODBYE.codeHint
        : guest.goneAt === null
          ? GOODBYE.notToldHint
          : GOODBYE.cutHint,
  });
}

/** For the slow one more than a pipe holds, so that most of it still waits when `arreter` is called. */
const MESSAGES = { count: 10_000, size: 1_400 } as const;

export async function expectMessagesBeforeClose({ subject, random }: CheckContext): Promise<void> {
  const closing = await Closing.open(subject, random, {
    kind: random.pick(KINDS),
    delay: drawDelay(random),
  });
  const mark = random.integer(100_000, 999_999);
  const reader = await closing.join('polite');
  const slow = await closing.join('polite');
  slow.visitor.stopReading();
  await closing.call({
    before: `
      let size = 0;
      for (const client of bench.wss.clients) {
        for (let index = 0; index < input.count; index += 1) {
          client.send(\`\${input.mark}:\${index}:\`.padEnd(size, 'x'));
        }
        size = input.size;
      }`,
    input: { ...MESSAGES, mark },
  });
  // The slow one has read nothing so far; it reads on well before the delay is over.
  await closing.pass(Math.floor(closing.delay / 4));
  slow.visitor.readOn();
  await closing.settle();
  await closing.finish();
  for (const guest of [reader, slow]) expectAllBeforeClose(closing, guest, mark);
  await closing.close();
}

function expectAllBeforeClose(closing: Closing, guest: Guest, mark: number): void {
  const { frames } = guest.visitor;
  const texts = frames.filter(({ opcode }) => opcode === TEXT);
  // Whatever the student's server adds, a word of farewell for instance, comes after them.
  const owed = texts.slice(0, MESSAGES.count);
  const isWhole =
    owed.length === MESSAGES.count &&
    owed.every(({ payload }, index) => startsWith(payload, `${mark}:${index}:`));
  const close = closeOf(guest);
  const isLast = close === undefined || frames.indexOf(close) >= MESSAGES.count;
  if (isWhole && isLast) return;
  fail({
    message: close === undefined ? ORDER.lost(texts.length) : ORDER.closedFirst(texts.length),
    sent: ORDER.sent(MESSAGES.count, closing.sent),
    expected: ORDER.expected(MESSAGES.count),
    actual: ORDER.actual(texts.length, close !== undefined),
    hint: close === undefined ? ORDER.lostHint : ORDER.closedHint,
  });
}

function startsWith(payload: Uint8Array, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (payload[index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
