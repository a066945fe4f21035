// What comes after the head of a 101: frames that a client accepts, or nothing.
import { Receiver } from '../../wire/index.ts';
import { fail } from '../check-failure.ts';
import type { HttpLines } from '../http-lines.ts';
import { visibleText } from '../visible-text.ts';
import type { Conversation } from './conversation.ts';
import { UPGRADE } from './messages.ts';

/** A server may speak first: frames that a client accepts are no fault. Anything else would be read as one. */
export function expectOnlyFrames(
  { bytes, text }: Pick<Conversation, 'text' | 'bytes'>,
  head: HttpLines,
  sent: string,
): void {
  const start = text.length - head.rest.length;
  if (head.rest === '' || areFrames(bytes.subarray(start))) return;
  const isAnswer = head.rest.includes('HTTP/1.1 ');
  fail({
    message: isAnswer ? UPGRADE.secondAnswer : UPGRADE.after(head.rest.length),
    sent,
    expected: UPGRADE.nothingAfter,
    actual: visibleText(head.rest),
    where: UPGRADE.whereAfter(start),
    hint: isAnswer
      ? UPGRADE.secondAnswerHint
      : /^(?:\r\n)+$/.test(head.rest)
        ? UPGRADE.emptyLineHint
        : UPGRADE.afterHint,
  });
}

/** A frame of ours is added: it is found where the bytes end only if they are whole frames. */
function areFrames(bytes: Uint8Array): boolean {
  const receiver = new Receiver({ role: 'client' });
  const events = [...receiver.push(bytes), ...receiver.push(Uint8Array.of(0x8a, 0))];
  return events.some((event) => event.type === 'frame' && event.offset === bytes.length);
}
