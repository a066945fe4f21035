// Checks C3, C4 and C5 of step 5.1: what an ordinary request gets, an upgrade on /chat, and an upgrade elsewhere.
import {
  type CheckContext,
  type Conversation,
  drawHandshake,
  expectStillOpen,
  fail,
  hasWholeHead,
  hexadecimal,
  isAnswered,
  missingBody,
  type Random,
  splitHttpLines,
  startLineOf,
  statusOf,
  type Subject,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { expectOthersUnharmed } from './expect-hostile.ts';
import { open } from './expect-start.ts';
import { ELSEWHERE, OPENED, ORDINARY } from './messages.ts';
import { type Chat, closeFrameIn, connectTo, start, stop } from './student-chat.ts';

/** Where a page would be, then where there is none: that answer may have any status, 404 for instance. */
export async function expectOrdinaryAnswer({ subject, random }: CheckContext): Promise<void> {
  const chat = await start(subject, { port: 0 });
  await expectAnswered(subject, chat, { target: '/', statuses: [200, 426] });
  await expectAnswered(subject, chat, { target: `/${wordOf(random)}`, statuses: null });
  await stop(subject, chat).catch(() => undefined);
}

type Page = { readonly target: string; readonly statuses: readonly number[] | null };

async function expectAnswered(
  subject: Subject,
  chat: Chat,
  { target, statuses }: Page,
): Promise<void> {
  const conversation = await connectTo(subject, chat);
  const get = [`GET ${target} HTTP/1.1`, 'Host: localhost', 'Accept: */*', '', ''].join('\r\n');
  await conversation.send(get);
  await waitForAnswers(subject.clock, [conversation], isAnswered);
  const sent = `${chat.sent} ; ${visibleText(get)}`;
  const expected = statuses === null ? ORDINARY.anyStatus : ORDINARY.expected;
  const { text, state } = conversation;
  const head = splitHttpLines(text);
  const status = statusOf(head);
  if (text === '' || status === null || statuses?.includes(status) === false) {
    fail({
      message: text === '' ? ORDINARY.none(target)[state] : ORDINARY.otherStatus(target, status),
      sent,
      expected,
      actual: text === '' ? ORDINARY.noneActual[state] : visibleText(startLineOf(head)),
      hint: text === '' ? ORDINARY.noneHint : ORDINARY.statusHint,
    });
  }
  if (!hasWholeHead(conversation) || missingBody(conversation) !== null) {
    fail({
      message: ORDINARY.unfinished(target),
      sent,
      expected,
      actual: visibleText(text),
      hint: ORDINARY.unfinishedHint,
    });
  }
  await conversation.end();
}

export async function expectOpen(context: CheckContext): Promise<void> {
  const { subject, random } = context;
  const chat = await start(subject, { port: 0 });
  const targets = ['/chat', `/chat?pseudo=${wordOf(random)}`, '/chat?', '/chat'];
  const opened: { readonly conversation: Conversation; readonly sent: string }[] = [];
  for (const target of targets) opened.push(await open(subject, random, chat, target));
  await subject.clock.advance(1_000);
  // A fence: a last one is answered after that second.
  opened.push(await open(subject, random, chat));
  for (const { conversation, sent } of opened) {
    expectNoClose(conversation, sent);
    expectStillOpen(conversation, sent);
  }
  const others = opened.map(({ conversation }) => conversation);
  await expectOthersUnharmed(context, chat, others);
  await Promise.all(opened.map(({ conversation }) => conversation.end()));
  await stop(subject, chat).catch(() => undefined);
}

/** A Close frame ends a connection as surely as the end of its stream. */
function expectNoClose(conversation: Conversation, sent: string): void {
  const close = closeFrameIn(conversation);
  if (close === null) return;
  fail({
    message: OPENED.closes,
    sent,
    expected: OPENED.expected,
    actual: hexadecimal(close),
    hint: OPENED.hint,
  });
}

export async function expectRefusedElsewhere({ subject, random }: CheckContext): Promise<void> {
  const chat = await start(subject, { port: 0 });
  const word = wordOf(random);
  const targets = [
    '/',
    '/autre',
    `/${word}`,
    `/chat${word}`,
    `/chat/${word}`,
    `/${word}/chat`,
    `/${word}?x=/chat`,
  ];
  const exchanges: { conversation: Conversation; target: string; text: string }[] = [];
  for (const target of targets) {
    const conversation = await connectTo(subject, chat);
    const { text } = drawHandshake(random, { target });
    await conversation.send(text);
    exchanges.push({ conversation, target, text });
  }
  await waitForAnswers(
    subject.clock,
    exchanges.map(({ conversation }) => conversation),
  );
  for (const { conversation, target, text } of exchanges) {
    const status = statusOf(splitHttpLines(conversation.text));
    const isRefused = status !== null && status >= 400 && status < 500;
    const isClosed = status === null && conversation.state !== 'open';
    await conversation.end();
    if (isRefused || isClosed) continue;
    fail({
      message:
        status === 101
          ? ELSEWHERE.accepted(target)
          : status === null
            ? ELSEWHERE.silent(target)
            : ELSEWHERE.otherStatus(target, status),
      sent: `${chat.sent} ; ${visibleText(text)}`,
      expected: ELSEWHERE.expected,
      actual:
        conversation.text === ''
          ? ELSEWHERE.nothing
          : visibleText(conversation.text.split('\r\n')[0] ?? ''),
      where: ELSEWHERE.where,
      hint: status === 101 ? ELSEWHERE.pathHint : ELSEWHERE.refuseHint,
    });
  }
  await stop(subject, chat).catch(() => undefined);
}

const LETTERS = Array.from('abdefgijkmnopqrsuvwxyz');
const wordOf = (random: Random): string =>
  Array.from({ length: 5 }, () => random.pick(LETTERS)).join('');
