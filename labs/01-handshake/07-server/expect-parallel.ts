// Check C3 of step 1.7: connections that are under way together do not take each other's key.
import {
  closeServers,
  type CheckContext,
  type Conversation,
  cutAt,
  drawHandshake,
  encodeLatin1,
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
  // Whether one request in three pieces is understood is the business of C2.
  const cuts = [random.integer(90, 120), random.integer(125, 150)];
  if (await isUnderstoodInPieces(subject, other, drawHandshake(random), cuts)) {
    const interleaved = await visit(server, random);
    await sendInterleaved(subject, interleaved, cuts);
    await expectOwnAnswers(subject, interleaved);
  }
  await closeServers(subject, servers);
}

/**
 * The first piece ends in the key or just before it, the second after its line: when the last pieces leave,
 * in the other order, every key may have been read, and no request is over.
 */
async function sendInterleaved(
  subject: Subject,
  visits: readonly Visit[],
  cuts: readonly number[],
): Promise<void> {
  for (let round = 0; round <= cuts.length; round += 1) {
    for (const { conversation, handshake } of round < cuts.length ? visits : visits.toReversed()) {
      const piece = cutAt(encodeLatin1(handshake.text), cuts)[round];
      if (piece !== undefined) await conversation.send(piece);
      await subject.clock.settle();
    }
  }
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
  cuts: readonly number[],
): Promise<boolean> {
  const conversation = await server.connect();
  await sendInterleaved(subject, [{ conversation, handshake }], cuts);
  await waitForAnswers(subject.clock, [conversation]);
  const detail = failureIn(() => {
    expectUpgrade(conversation, { handshake, sent: '' });
  });
  return detail === null;
}
