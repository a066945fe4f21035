// Waits until every server that was asked has answered, or is done with its client.
import type { Clock } from '../subject.ts';
import type { Conversation } from './conversation.ts';
import { hasWholeHead } from './http-response.ts';
import { waitUntil } from './wait-until.ts';

/** Round trips after the last answer: what was written right behind it arrives too, in every kind of realm. */
const ROUNDS_BEHIND = 2;

/** Default `isDone`: the head is whole, or the connection is over. A silent server costs a virtual second. */
export async function waitForAnswers(
  clock: Clock,
  conversations: readonly Conversation[],
  isDone: (each: Conversation) => boolean = isHeadOrOver,
): Promise<void> {
  await waitUntil(clock, () => conversations.every(isDone), {
    progress: () => conversations.reduce((sum, { length }) => sum + length, 0),
  });
  for (let round = 0; round < ROUNDS_BEHIND; round += 1) await clock.settle();
}

function isHeadOrOver(each: Conversation): boolean {
  return hasWholeHead(each) || each.state !== 'open';
}
