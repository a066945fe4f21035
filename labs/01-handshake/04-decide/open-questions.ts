// Requests on which the RFC leaves a server free: what the student's code does with them is told, never counted.
import { type CheckContext, type Outcome, propertyOf } from '../../../src/grading/index.ts';
import { FUNCTION } from './expect-decision.ts';
import { NOTES } from './messages.ts';
import { argumentsFor, type Change, rfcRequest } from './requests.ts';

type Question = { readonly change: Change; readonly toldWhen: 101 | 400; readonly note: string };

const keyed = (key: string): Change => ({ headers: { 'sec-websocket-key': key } });

const QUESTIONS: readonly Question[] = [
  { change: keyed('AQIDBAUGBwgJCgsMDQ4PEC=='), toldWhen: 400, note: NOTES.nonCanonical },
  { change: { headers: { host: null } }, toldWhen: 101, note: NOTES.withoutHost },
  { change: keyed('dGhlIHNhbXBsZSBub25jZQ'), toldWhen: 101, note: NOTES.withoutPadding },
  { change: keyed('dGhlIHNhbXBs ZSBub25jZQ=='), toldWhen: 101, note: NOTES.innerSpace },
];

/** Says nothing of code that accepts any key at all: it has more to do first. */
export async function noteOpenQuestions({ outcomes, note }: CheckContext): Promise<void> {
  const changes = [keyed('YWJj'), ...QUESTIONS.map(({ change }) => change)];
  const lists = changes.map((change) => argumentsFor(rfcRequest(change)));
  const [control, ...answers] = (await outcomes(FUNCTION, lists, ['statut'])).map(statusOf);
  if (control === 101) return;
  for (const [index, { toldWhen, note: sentence }] of QUESTIONS.entries()) {
    if (answers[index] === toldWhen) note(sentence);
  }
}

/** What throws or never settles here says nothing. */
function statusOf(outcome: Outcome): number | null {
  if (outcome.status !== 'returned') return null;
  const status = propertyOf(outcome.value, 'statut');
  return status.type === 'number' || status.type === 'bigint' ? Number(status.value) : null;
}
