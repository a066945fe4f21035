// Check C5 of step 1.7: a connection that is cut during the handshake harms nobody else.
import {
  closeServers,
  type CheckContext,
  drawHandshake,
  fail,
  failForEnding,
  type Random,
  type StudentServer,
  type Subject,
  SubjectEnded,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { SURVIVAL } from './messages.ts';
import { drawRefused, ordinaryRequest } from './requests.ts';
import { openAlike } from './student-server.ts';

type Moment = {
  /** What was sent before the cut. */
  readonly text: string;
  /** Completes « le client coupe la connexion … ». */
  readonly when: string;
};

export async function expectSurvival({ subject, random }: CheckContext): Promise<void> {
  const servers = await openAlike(subject, 2);
  const [server, witness] = servers;
  if (server === undefined || witness === undefined) return;
  for (const moment of drawMoments(random)) {
    try {
      await cutAt(subject, server, moment);
      await expectLife(subject, witness, random);
    } catch (error) {
      if (error instanceof SubjectEnded) failForCrash(error, moment);
      throw error;
    }
    await expectDoorOpen(server, moment);
  }
  await closeServers(subject, servers);
}

function drawMoments(random: Random): readonly Moment[] {
  const { text } = drawHandshake(random);
  const half = text.slice(0, random.integer(20, text.length - 20));
  const [refused] = drawRefused(random);
  return [
    { text: half, when: SURVIVAL.inTheMiddle(half.length) },
    { text, when: SURVIVAL.atTheEnd },
    { text: refused?.text ?? '', when: SURVIVAL.beforeTheRefusal },
    { text: ordinaryRequest('/'), when: SURVIVAL.beforeThePage },
    { text: '', when: SURVIVAL.withoutAWord },
  ];
}

/** The cut comes right behind the bytes: the answer finds nobody. */
async function cutAt(subject: Subject, server: StudentServer, { text }: Moment): Promise<void> {
  const conversation = await server.connect();
  if (text !== '') await conversation.send(text);
  await conversation.reset();
  await subject.clock.settle();
}

/** A fence: whatever the cut has done to the program is done once another handshake has had its time. */
async function expectLife(subject: Subject, witness: StudentServer, random: Random): Promise<void> {
  const conversation = await witness.connect();
  const handshake = drawHandshake(random);
  await conversation.send(handshake.text);
  await waitForAnswers(subject.clock, [conversation]);
  await subject.clock.advance(1_000);
}

function failForCrash(ended: SubjectEnded, { text, when }: Moment): void {
  if (ended.ending.reason !== 'crashed') return;
  const { thrown } = ended.ending;
  failForEnding(ended, {
    message: SURVIVAL.crashed(when),
    sent: SURVIVAL.sent(visibleText(text)),
    expected: SURVIVAL.alive,
    actual: SURVIVAL.exception(`${thrown.name}: ${thrown.message}`),
    location: thrown.location,
    where: SURVIVAL.where(when),
    hint: /ECONNRESET|EPIPE/.test(`${thrown.message} ${String(thrown.code)}`)
      ? SURVIVAL.errorHint
      : SURVIVAL.otherHint,
  });
}

async function expectDoorOpen(server: StudentServer, { text, when }: Moment): Promise<void> {
  const conversation = await server.connect().catch((error: unknown) => {
    if (error instanceof SubjectEnded) throw error;
    return null;
  });
  if (conversation !== null) return conversation.end();
  fail({
    message: SURVIVAL.closed(when),
    sent: SURVIVAL.sent(visibleText(text)),
    expected: SURVIVAL.alive,
    actual: SURVIVAL.closedActual,
    hint: SURVIVAL.closedHint,
  });
}
