// Check C3 of step 1.7: connections that are under way together do not take each other's key.
import {
  closeServers,
  type CheckContext,
  type Conversation,
  drawHandshake,
  expectUpgrade,
  failureIn,
  type Handshake,
  type Random,
  type StudentServer,
  type Subject,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { connectEach, openAlike } from './student-server.ts';

const TOGETHER = 5;

type Visit = { readonly handshake: Handshake; readonly conversation: Conversation };

export async function expectParallelOpenings({ subject, random }: CheckContext): Promise<void> {
  const servers = await openAlike(subject, 2);
  const [server, other] = servers;
  if (server === undefined || other === undefined) return;
  const whole = await visit(server, random);
  for (const { conversation, handshake } of whole) void conversation.send(handshake.text);
  await expectOwnAnswers(subject, whole);
  // Whether one request in two pieces is understood is the business of C2.
  const position = random.integer(90, 120);
  if (await isUnderstoodInPieces(subject, other, drawHandshake(random), position)) {
    const interleaved = await visit(server, random);
    for (const { conversation, handshake } of interleaved) {
      await conversation.send(handshake.text.slice(0, position));
      await subject.clock.settle();
    }
    for (const { conversation, handshake } of interleaved.toReversed()) {
      await conversation.send(handshake.text.slice(position));
      await subject.clock.settle();
    }
    await expectOwnAnswers(subject, interleaved);
  }
  await closeServers(subject, servers);
}

async function visit(server: StudentServer, random: Random): Promise<readonly Visit[]> {
  const conversations = await connectEach(Array.from({ length: TOGETHER }, () => server));
  return conversations.map((conversation) => ({ conversation, handshake: drawHandshake(random) }));
}

async function expectOwnAnswers(subject: Subject, visits: readonly Visit[]): Promise<void> {
  await waitForAnswers(
    subject.clock,
    visits.map(({ conversation }) => conversation),
  );
  const keys = visits.map(({ handshake }) => handshake.key);
  for (const { conversation, handshake } of visits) {
    expectUpgrade(conversation, {
      handshake,
      sent: visibleText(handshake.text),
      otherKeys: keys.filter((key) => key !== handshake.key),
    });
  }
}

async function isUnderstoodInPieces(
  subject: Subject,
  server: StudentServer,
  handshake: Handshake,
  position: number,
): Promise<boolean> {
  const conversation = await server.connect();
  await conversation.send(handshake.text.slice(0, position));
  await subject.clock.settle();
  await conversation.send(handshake.text.slice(position));
  await waitForAnswers(subject.clock, [conversation]);
  const detail = failureIn(() => {
    expectUpgrade(conversation, { handshake, sent: '' });
  });
  return detail === null;
}
