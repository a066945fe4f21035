// Check C7 of step 5.6: what asks a client whether it is there is a Ping of the protocol, which no page ever sees.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import { BINARY, PING, PONG, showFrame, TEXT } from '../visitor.ts';
import { PINGS } from './messages.ts';
import { drawInterval, Ward } from './ward.ts';

/** Application data, the continuation of a fragmented message included. */
const MESSAGES: readonly number[] = [0, TEXT, BINARY];

export async function expectProtocolPings({ subject, random }: CheckContext): Promise<void> {
  const ward = await Ward.open(subject, random, { intervalle: drawInterval(random) });
  await ward.pass(Math.floor((ward.interval * random.integer(5, 45)) / 100));
  const { visitor } = await ward.join({ answers: true });
  await ward.pass(Math.ceil(LONGEST_WAIT * ward.interval));
  await ward.settleUntil(() => visitor.has(PING));
  const [message] = visitor.frames.filter(({ opcode }) => MESSAGES.includes(opcode));
  if (message !== undefined) {
    fail({
      message: PINGS.message,
      sent: ward.sent,
      expected: PINGS.expected,
      actual: showFrame(message),
      where: PINGS.opcode(message.opcode),
      hint: PINGS.messageHint,
    });
  }
  if (!visitor.has(PING)) {
    fail({
      message: visitor.has(PONG) ? PINGS.pong : PINGS.none,
      sent: ward.sent,
      expected: PINGS.expected,
      actual: visitor.frames.map(showFrame).join(', ') || PINGS.nothing,
      hint: visitor.has(PONG) ? PINGS.pongHint : PINGS.noneHint,
    });
  }
  await ward.close();
}

/** Intervals in which a client that says nothing must have been asked: else it could not be told from a mute one. */
const LONGEST_WAIT = 2.02;
