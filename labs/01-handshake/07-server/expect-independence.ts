// Check C6 of step 1.7: two servers of one program have their own options, their own connections, their own end.
import {
  closeServers,
  type CheckContext,
  type Conversation,
  drawHandshake,
  expectUpgrade,
  fail,
  failureIn,
  type Handshake,
  openServers,
  type Random,
  splitHttpLines,
  statusOf,
  type StudentServer,
  type Subject,
  visibleText,
  waitUntil,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { INDEPENDENCE } from './messages.ts';
import { CREATION, type Options } from './student-server.ts';

type Party = {
  readonly server: StudentServer;
  readonly options: Options;
  readonly conversation: Conversation;
  readonly sent: string;
};

export async function expectIndependentServers(context: CheckContext): Promise<void> {
  const { subject, random } = context;
  const options = drawOptions(random);
  const servers = await openServers(
    subject,
    CREATION,
    options.map((each) => [each]),
  );
  const [first, second] = await expectOwnOptions(context, servers, options);
  if (first === undefined || second === undefined) return;
  await expectOtherPathsRefused(subject, [first, second], random);
  // Whether a connection stays open by itself is the business of C2.
  await subject.clock.advance(1_000);
  await waitUntil(subject.clock, () => second.conversation.state !== 'open', { within: 0 });
  const wasOpen = second.conversation.state === 'open';
  await closeServers(subject, [first.server]);
  await subject.clock.advance(1_000);
  await expectStillServed(subject, second, { random, wasOpen });
  await closeServers(subject, [second.server]);
}

function drawOptions(random: Random): readonly Options[] {
  const word = Array.from(random.bytes(3), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    { chemins: [`/a-${word}`], sousProtocoles: ['chat'] },
    { chemins: [`/b-${word}`], sousProtocoles: ['superchat'] },
  ];
}

/** Both are there before either is asked: options kept outside the function are those of the last call. */
async function expectOwnOptions(
  { subject, random }: CheckContext,
  servers: readonly StudentServer[],
  options: readonly Options[],
): Promise<readonly Party[]> {
  const parties: Party[] = [];
  for (const [index, server] of servers.entries()) {
    const own = options[index];
    if (own === undefined) continue;
    const handshake = drawHandshake(random, {
      target: own.chemins[0] ?? '/',
      offer: ['chat', 'superchat'],
    });
    const conversation = await server.connect();
    await conversation.send(handshake.text);
    await waitForAnswers(subject.clock, [conversation]);
    const sent = `${server.sent} ; ${visibleText(handshake.text)}`;
    const detail = failureIn(() => {
      expectUpgrade(conversation, { handshake, sent, subprotocols: own.sousProtocoles });
    });
    if (detail !== null) {
      // A server that is alone and answers no better has another mistake.
      if (!(await answersAlone(subject, own, handshake))) fail(detail);
      fail({
        ...detail,
        message: INDEPENDENCE.ownOptions(index, detail.message),
        hint: INDEPENDENCE.optionsHint,
      });
    }
    parties.push({ server, options: own, conversation, sent });
  }
  return parties;
}

async function answersAlone(
  subject: Subject,
  options: Options,
  handshake: Handshake,
): Promise<boolean> {
  const [server] = await openServers(subject, CREATION, [[options]]);
  const conversation = await server?.connect();
  if (conversation === undefined) return false;
  await conversation.send(handshake.text);
  await waitForAnswers(subject.clock, [conversation]);
  const expectation = { handshake, sent: '', subprotocols: options.sousProtocoles };
  return (
    failureIn(() => {
      expectUpgrade(conversation, expectation);
    }) === null
  );
}

async function expectOtherPathsRefused(
  subject: Subject,
  parties: readonly Party[],
  random: Random,
): Promise<void> {
  for (const [index, { server }] of parties.entries()) {
    const other = parties[1 - index];
    if (other === undefined) continue;
    const target = other.options.chemins[0] ?? '/';
    const { text } = drawHandshake(random, { target });
    const conversation = await server.connect();
    await conversation.send(text);
    await waitForAnswers(subject.clock, [conversation]);
    if (statusOf(splitHttpLines(conversation.text)) !== 101) continue;
    fail({
      message: INDEPENDENCE.otherPath(index, target),
      sent: `${server.sent} ; ${visibleText(text)}`,
      expected: INDEPENDENCE.refusal,
      actual: visibleText(conversation.text),
      hint: INDEPENDENCE.optionsHint,
    });
  }
}

/** After the first server has closed: the second keeps its connection, and takes new ones. */
async function expectStillServed(
  subject: Subject,
  second: Party,
  { random, wasOpen }: { readonly random: Random; readonly wasOpen: boolean },
): Promise<void> {
  const { server, conversation, sent, options } = second;
  const visitor = await server.connect();
  await visitor.send(drawHandshake(random, { target: options.chemins[0] ?? '/' }).text);
  await waitForAnswers(subject.clock, [visitor]);
  const isCut = wasOpen && conversation.state !== 'open';
  if (!isCut && visitor.text !== '') return;
  fail({
    message: isCut ? INDEPENDENCE.cut : INDEPENDENCE.mute,
    sent: `${sent} ; ${INDEPENDENCE.closeFirst}`,
    expected: INDEPENDENCE.untouched,
    actual: isCut ? INDEPENDENCE.cutActual : INDEPENDENCE.muteActual,
    hint: INDEPENDENCE.connectionsHint,
  });
}
