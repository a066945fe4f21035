// Checks C2, C6 and C7 of step 5.1: the port that is given and printed, two chats at once, and the end of one.
import {
  type CheckContext,
  type Conversation,
  drawHandshake,
  type Evidence,
  expectNoPortAtImport,
  expectStillOpen,
  expectUpgrade,
  fail,
  type Random,
  splitHttpLines,
  statusOf,
  type Subject,
  visibleText,
  waitForAnswers,
  waitUntil,
} from '../../../src/grading/index.ts';
import type { Options } from './chat-probe.ts';
import { LOG, OPENED, STOP, TWO } from './messages.ts';
import {
  type Chat,
  connectTo,
  MODULE,
  start,
  startUnlessThrown,
  stop,
  tryToConnect,
} from './student-chat.ts';
import { LISTENING_PORTS } from './watch-probe.ts';

/** In a realm where nothing was called yet. */
export async function expectNothingAtImport({ fresh }: CheckContext): Promise<void> {
  const [subject] = fresh;
  if (subject === undefined) throw new RangeError('freshSubjects: 1');
  await expectNoPortAtImport(subject, MODULE, portsOf(await subject.probe(LISTENING_PORTS, null)));
}

const portsOf = (evidence: Evidence): readonly number[] =>
  evidence.type === 'array'
    ? evidence.items.flatMap((item) => (item.type === 'number' ? [item.value] : []))
    : [];

const WAYS: readonly Options[] = [{ port: 0 }, {}, null];

/** Started in each way, it gives the port on which it listens, and prints it. */
export async function expectPort({ subject }: CheckContext): Promise<void> {
  for (const options of WAYS) {
    const before = subject.console.length;
    const chat = await start(subject, options);
    await (await connectTo(subject, chat)).end();
    await expectLogged(subject, chat, before);
    await stopQuietly(subject, chat);
  }
}

async function expectLogged(subject: Subject, { port, sent }: Chat, before: number): Promise<void> {
  const lines = () => subject.console.slice(before).map(({ text }) => text);
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  const isLogged = () => lines().some((line) => number.test(line));
  if (await waitUntil(subject.clock, isLogged)) return;
  const printed = lines();
  const [other] = printed.flatMap(
    (line) => /\b(?:port|:)\D{0,12}(\d{1,5})\b/i.exec(line)?.[1] ?? [],
  );
  fail({
    message:
      printed.length === 0
        ? LOG.nothing(port)
        : other === undefined
          ? LOG.noPort(port)
          : LOG.otherPort(port, other),
    sent,
    expected: LOG.line(port),
    actual: printed.length === 0 ? LOG.noLine : visibleText(printed.join(' ⏎ ')),
    hint: LOG.hint,
  });
}

/** How well it stops is the business of C6. */
async function stopQuietly(subject: Subject, chat: Chat): Promise<void> {
  try {
    await stop(subject, chat);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CheckFailure') throw error;
  }
}

export async function open(
  subject: Subject,
  random: Random,
  chat: Chat,
  target = '/chat',
): Promise<{ readonly conversation: Conversation; readonly sent: string }> {
  const conversation = await connectTo(subject, chat);
  const handshake = drawHandshake(random, { target });
  await conversation.send(handshake.text);
  await waitForAnswers(subject.clock, [conversation]);
  const sent = `${chat.sent} ; ${visibleText(handshake.text)}`;
  const status = statusOf(splitHttpLines(conversation.text));
  if (status !== null && status >= 400 && status < 500) {
    fail({
      message: OPENED.refused(target, status),
      sent,
      expected: OPENED.accepted,
      actual: visibleText(conversation.text.split('\r\n')[0] ?? ''),
      hint: OPENED.refusedHint,
    });
  }
  expectUpgrade(conversation, { handshake, sent });
  return { conversation, sent };
}

export async function expectTwoChats({ subject, random }: CheckContext): Promise<void> {
  const first = await start(subject, { port: 0 });
  const second = await start(subject, { port: 0 });
  if (first.port === second.port) {
    fail({
      message: TWO.samePort(first.port),
      sent: `${first.sent} ; ${second.sent}`,
      expected: TWO.ports,
      actual: TWO.onePort(first.port),
      hint: TWO.samePortHint,
    });
  }
  await (await connectTo(subject, first)).end();
  const guest = await open(subject, random, second);
  await stop(subject, first);
  await expectFreed(subject, first);
  await subject.clock.advance(1_000);
  expectUntouched(guest.conversation, second);
  await (await open(subject, random, second)).conversation.end();
  await expectStartedAgain(subject, random, first);
  expectStillOpen(guest.conversation, guest.sent);
  await guest.conversation.end();
  await stopQuietly(subject, second);
}

async function expectFreed(subject: Subject, { port, sent }: Chat): Promise<void> {
  const conversation = await tryToConnect(subject, port);
  if (conversation === null) return;
  await conversation.end();
  fail({
    message: STOP.stillListens(port),
    sent: `${sent} ; arreter()`,
    expected: STOP.freed,
    actual: STOP.accepted(port),
    hint: STOP.hint,
  });
}

function expectUntouched({ state }: Conversation, { sent }: Chat): void {
  if (state === 'open') return;
  fail({
    message: TWO.cut,
    sent: `${sent}, deux fois ; arreter() du premier`,
    expected: TWO.untouched,
    actual: TWO.cutActual,
    hint: TWO.cutHint,
  });
}

/** On the port that is free again, and on no other. */
async function expectStartedAgain(subject: Subject, random: Random, first: Chat): Promise<void> {
  const again = await start(subject, { port: first.port });
  if (again.port !== first.port) {
    fail({
      message: TWO.otherPort(first.port, again.port),
      sent: again.sent,
      expected: `port : ${first.port}`,
      actual: `port : ${again.port}`,
      hint: TWO.otherPortHint,
    });
  }
  await (await open(subject, random, again)).conversation.end();
  await stopQuietly(subject, again);
}

/** A module is always strict: what was a global variable in 2013 is now an exception. What it gives back is for C2. */
export async function expectStrict({ subject }: CheckContext): Promise<void> {
  const chat = await startUnlessThrown(subject, { port: 0 });
  if (chat !== null) await stopQuietly(subject, chat);
}
