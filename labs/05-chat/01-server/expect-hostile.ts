// Part of check C4 of step 5.1: what a hostile client sends closes nobody else's connection.
import {
  type CheckContext,
  type Conversation,
  encodeFrame,
  fail,
  failForEnding,
  type Random,
  SubjectEnded,
} from '../../../src/grading/index.ts';
import { open } from './expect-start.ts';
import { HOSTILE } from './messages.ts';
import { type Chat, closeFrameIn } from './student-chat.ts';
import { UNHEARD_ERRORS } from './watch-probe.ts';

const TEXT = 1;
const BINARY = 2;
const FLOOD = 10_000;

type Attack = { readonly what: string; readonly bytes: Uint8Array };

function drawAttacks(random: Random): readonly Attack[] {
  const frame = (opcode: number, payload: Uint8Array): Uint8Array =>
    encodeFrame({ opcode, payload, maskingKey: random.bytes(4) });
  const letter = frame(TEXT, Uint8Array.of(0x78));
  return [
    { what: HOSTILE.binary, bytes: frame(BINARY, random.bytes(64)) },
    { what: HOSTILE.flood, bytes: repeated(letter, FLOOD) },
    { what: HOSTILE.unmasked, bytes: Uint8Array.of(0x81, 2, 0x6f, 0x6b) },
    { what: HOSTILE.notUtf8, bytes: frame(TEXT, Uint8Array.of(0xc3, 0x28)) },
  ];
}

function repeated(bytes: Uint8Array, count: number): Uint8Array {
  const all = new Uint8Array(bytes.length * count);
  for (let index = 0; index < count; index += 1) all.set(bytes, index * bytes.length);
  return all;
}

/** `others` are connected, and harm nobody. A server that listens for no error is told by a note: the contract asks for none. */
export async function expectOthersUnharmed(
  { subject, random, note }: CheckContext,
  chat: Chat,
  others: readonly Conversation[],
): Promise<void> {
  for (const { what, bytes } of drawAttacks(random)) {
    try {
      const { conversation } = await open(subject, random, chat);
      await conversation.send(bytes);
      await subject.clock.settle();
      // A fence: a newcomer is answered after that.
      await (await open(subject, random, chat)).conversation.end();
      await conversation.end();
    } catch (error) {
      if (error instanceof SubjectEnded) failForCrash(error, what);
      throw error;
    }
    if (others.every((each) => each.state === 'open' && closeFrameIn(each) === null)) continue;
    fail({
      message: HOSTILE.others(what),
      sent: HOSTILE.sent(what),
      expected: HOSTILE.expected,
      actual: HOSTILE.lost,
      hint: HOSTILE.hint,
    });
  }
  const unheard = await subject.probe(UNHEARD_ERRORS, null);
  if (unheard.type === 'number' && unheard.value > 0) note(HOSTILE.unheard);
}

function failForCrash(ended: SubjectEnded, what: string): void {
  if (ended.ending.reason !== 'crashed' && ended.ending.reason !== 'exited') return;
  failForEnding(ended, {
    message: HOSTILE.crashed(what),
    sent: HOSTILE.sent(what),
    expected: HOSTILE.expected,
    actual: HOSTILE.lost,
    location: ended.ending.reason === 'crashed' ? ended.ending.thrown.location : null,
    hint: HOSTILE.hint,
  });
}
