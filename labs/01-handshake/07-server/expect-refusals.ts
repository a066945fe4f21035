// Check C4 of step 1.7: a refusal says why, is whole, and ends the connection.
import {
  closeServers,
  type CheckContext,
  type Conversation,
  expectHttpLines,
  fail,
  fieldsOf,
  fieldValues,
  type HttpLines,
  isAnswered,
  listHasToken,
  missingBody,
  splitHttpLines,
  startLineOf,
  statusOf,
  type Subject,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { REFUSAL } from './messages.ts';
import { drawOthers, drawRefused, type OtherRequest, type RefusedRequest } from './requests.ts';
import { connectEach, openAlike } from './student-server.ts';

export async function expectRefusals({ subject, random }: CheckContext): Promise<void> {
  for (const requests of inTwoWaves(drawRefused(random))) {
    const pairs = await exchange(subject, requests, (each) => each.state !== 'open');
    for (const [request, conversation] of pairs) expectRefusal(conversation, request);
  }
  const others = await exchange(subject, drawOthers(random), isAnswered);
  for (const [request, conversation] of others) expectNoUpgrade(conversation, request);
}

/** The requests that lack a header last: code that counts on it stops the program, and would hide the rest. */
function inTwoWaves(requests: readonly RefusedRequest[]): readonly (readonly RefusedRequest[])[] {
  return [requests.slice(0, -2), requests.slice(-2)];
}

/** Each request on a server of its own. */
async function exchange<Request extends { readonly text: string }>(
  subject: Subject,
  requests: readonly Request[],
  isDone: (each: Conversation) => boolean,
): Promise<readonly (readonly [Request, Conversation])[]> {
  const servers = await openAlike(subject, requests.length);
  const conversations = await connectEach(servers);
  const pairs = requests.flatMap((request, index) => {
    const conversation = conversations[index];
    return conversation === undefined ? [] : [[request, conversation] as const];
  });
  await Promise.all(pairs.map(([request, conversation]) => conversation.send(request.text)));
  await waitForAnswers(subject.clock, conversations, isDone);
  await Promise.all(conversations.map((conversation) => conversation.end()));
  await closeServers(subject, servers);
  return pairs;
}

function expectRefusal(received: Conversation, request: RefusedRequest): void {
  const { defect, statuses } = request;
  const sent = visibleText(request.text);
  const head = splitHttpLines(received.text);
  expectSomething(received, request, sent);
  const status = statusOf(head);
  if (status === null || !statuses.includes(status)) {
    fail({
      message: REFUSAL.otherStatus(status, defect),
      sent,
      expected: REFUSAL.expected(statuses),
      actual: visibleText(startLineOf(head)),
      where: REFUSAL.whereStatus,
      hint: status === 101 ? REFUSAL.acceptedHint : REFUSAL.statusHint,
    });
  }
  expectHttpLines(head, sent);
  expectHeaders(head, request, sent);
  expectEnd(received, request, sent);
}

function expectSomething(
  { text, state }: Conversation,
  { defect, statuses }: RefusedRequest,
  sent: string,
): void {
  if (text !== '') return;
  fail({
    message: REFUSAL.none[state](defect),
    sent,
    expected: REFUSAL.expected(statuses),
    actual: REFUSAL.noneActual[state],
    hint: REFUSAL.noneHint[state],
  });
}

function expectHeaders(
  head: HttpLines,
  { saysVersion, defect }: RefusedRequest,
  sent: string,
): void {
  const fields = fieldsOf(head);
  const names = fields.map(({ name }) => visibleText(name));
  const version = fieldValues(fields, 'Sec-WebSocket-Version').join(', ');
  if (saysVersion && !listHasToken(version, '13')) {
    fail({
      message: version === '' ? REFUSAL.noVersion(defect) : REFUSAL.otherVersion(defect),
      sent,
      expected: 'Sec-WebSocket-Version: 13',
      actual:
        version === '' ? REFUSAL.names(names) : visibleText(`Sec-WebSocket-Version: ${version}`),
      where: REFUSAL.whereVersion,
      hint: REFUSAL.versionHint,
    });
  }
  const [accept] = fieldValues(fields, 'Sec-WebSocket-Accept');
  if (accept === undefined) return;
  fail({
    message: REFUSAL.accept,
    sent,
    expected: REFUSAL.withoutAccept,
    actual: visibleText(`Sec-WebSocket-Accept: ${accept}`),
    where: REFUSAL.whereAccept,
    hint: REFUSAL.acceptHint,
  });
}

/** The whole answer, then the end of the stream. */
function expectEnd(received: Conversation, { defect }: RefusedRequest, sent: string): void {
  const { state, text } = received;
  if (state !== 'ended') {
    fail({
      message: REFUSAL.notEnded[state](defect),
      sent,
      expected: REFUSAL.thenEnd,
      actual: REFUSAL.notEndedActual[state],
      where: REFUSAL.whereEnd(received.length),
      hint: REFUSAL.notEndedHint[state],
    });
  }
  const missing = missingBody(received);
  if (missing === null) return;
  fail({
    message: REFUSAL.cutShort,
    sent,
    expected: REFUSAL.wholeBody(missing),
    actual: visibleText(text),
    where: REFUSAL.whereEnd(received.length),
    hint: REFUSAL.cutShortHint,
  });
}

/** Not a WebSocket at all: an ordinary answer is as good as a refusal. */
function expectNoUpgrade(received: Conversation, { text, defect, isOrdinary }: OtherRequest): void {
  const sent = visibleText(text);
  const head = splitHttpLines(received.text);
  const status = statusOf(head);
  if (isOrdinary ? status !== 101 : status !== null && status >= 200) return;
  fail({
    message:
      received.text === ''
        ? REFUSAL.none[received.state](defect)
        : REFUSAL.otherStatus(status, defect),
    sent,
    expected: REFUSAL.anythingElse,
    actual:
      received.text === '' ? REFUSAL.noneActual[received.state] : visibleText(startLineOf(head)),
    hint: received.text === '' ? REFUSAL.noneHint[received.state] : REFUSAL.notUpgradeHint,
  });
}
