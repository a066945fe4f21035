// Requests on which the RFC leaves a server free: what the student's code does with them is told, never counted.
import { type CheckContext, propertyOf } from '../../../src/grading/index.ts';
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

/** What throws or never settles here says nothing. */
export async function noteOpenQuestions({ outcomes, note }: CheckContext): Promise<void> {
  const lists = QUESTIONS.map(({ change }) => argumentsFor(rfcRequest(change)));
  for (const [index, outcome] of (await outcomes(FUNCTION, lists, ['statut'])).entries()) {
    const question = QUESTIONS[index];
    if (outcome.status !== 'returned' || question === undefined) continue;
    const status = propertyOf(outcome.value, 'statut');
    if (status.type !== 'number' && status.type !== 'bigint') continue;
    if (Number(status.value) === question.toldWhen) note(question.note);
  }
}
