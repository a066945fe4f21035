// A valid handshake, cut at every place, and byte by byte: TCP keeps the order of bytes, never their grouping.
import {
  closeServers,
  type CheckContext,
  type Conversation,
  cutAt,
  cutPositions,
  encodeLatin1,
  expectStillOpen,
  expectUpgrade,
  fail,
  type FailureDetail,
  failureIn,
  type Handshake,
  type Random,
  type Subject,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { CUT } from './messages.ts';
import { connectEach, openAlike } from './student-server.ts';

/** Bytes that leave one by one before the student's code is waited for. */
const BYTES_AT_ONCE = 16;

/** One way to send the request: all its pieces, in order. */
type Sending = {
  readonly pieces: readonly Uint8Array[];
  /** Completes « la demande est … ». */
  readonly how: string;
  readonly where: string;
  readonly sent: string;
};

type Trial = Sending & { readonly conversation: Conversation; isEarly: boolean };

/**
 * Each way on a server of its own: what one connection leaves behind is not a matter of cuts.
 * Gives what closes them: what a server does when it closes is another matter too.
 */
export async function expectOpeningsInPieces(
  { subject, random }: CheckContext,
  handshake: Handshake,
): Promise<() => Promise<void>> {
  const sendings = sendingsOf(handshake, random);
  const servers = await openAlike(subject, sendings.length);
  const trials = await sendTogether(subject, sendings, await connectEach(servers));
  const conversations = trials.map(({ conversation }) => conversation);
  await waitForAnswers(subject.clock, conversations);
  for (const trial of trials) {
    const detail = failureOf(trial, handshake);
    if (detail === null) continue;
    await expectCutToBeTheCause(subject, handshake, trial);
    fail({
      ...detail,
      message: trial.isEarly ? CUT.early(trial.how) : CUT.because(trial.how, detail.message),
      where: trial.where,
      hint: trial.isEarly ? CUT.earlyHint : CUT.hint,
    });
  }
  return async () => {
    await Promise.all(conversations.map((conversation) => conversation.end()));
    await closeServers(subject, servers);
  };
}

function sendingsOf({ text }: Handshake, random: Random): readonly Sending[] {
  const bytes = encodeLatin1(text);
  const positions = cutPositions(bytes.length, random);
  const inTwo = positions.map((position) => ({
    pieces: cutAt(bytes, [position]),
    how: CUT.inTwo(position),
    where: CUT.where(position, lineAt(text, position)),
    sent: `${visibleText(text.slice(0, position))} | ${visibleText(text.slice(position))}`,
  }));
  const byteByByte = {
    pieces: cutAt(bytes, positions),
    how: CUT.byteByByte,
    where: CUT.whereByteByByte(bytes.length),
    sent: visibleText(text),
  };
  return [...inTwo, byteByByte];
}

/** The first pieces of all, then the second ones…: the student's code has read each before the next one leaves. */
async function sendTogether(
  subject: Subject,
  sendings: readonly Sending[],
  conversations: readonly Conversation[],
): Promise<readonly Trial[]> {
  const trials = sendings.flatMap((sending, index): readonly Trial[] => {
    const conversation = conversations[index];
    return conversation === undefined ? [] : [{ ...sending, conversation, isEarly: false }];
  });
  const rounds = Math.max(...sendings.map(({ pieces }) => pieces.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const trial of trials) {
      const piece = trial.pieces[round];
      if (piece === undefined) continue;
      // An answer before the last piece leaves is one to a request that was not read to its end.
      if (trial.conversation.length > 0) trial.isEarly = true;
      void trial.conversation.send(piece);
    }
    // After two pieces, one request is left, byte by byte. Where TCP is real some of its bytes may join;
    // waiting for each would take a starved machine seconds.
    if (round < 2 || round % BYTES_AT_ONCE === 0) await subject.clock.settle();
  }
  return trials;
}

function failureOf(trial: Trial, handshake: Handshake): FailureDetail | null {
  const { conversation, sent } = trial;
  if (trial.isEarly) {
    return {
      message: '',
      sent,
      expected: CUT.noAnswerYet,
      actual: visibleText(conversation.text),
      where: null,
      location: null,
      hint: null,
    };
  }
  return failureIn(() => {
    expectUpgrade(conversation, { handshake, sent });
    expectStillOpen(conversation, sent);
  });
}

/** The same request whole, then this way alone, on new servers: what then fails, or passes, is another mistake. */
async function expectCutToBeTheCause(
  subject: Subject,
  handshake: Handshake,
  { pieces, sent, how, isEarly }: Trial,
): Promise<void> {
  const servers = await openAlike(subject, 2);
  const conversations = await connectEach(servers);
  const [whole, alone] = conversations;
  if (whole === undefined || alone === undefined) return;
  await whole.send(handshake.text);
  await waitForAnswers(subject.clock, [whole]);
  const text = visibleText(handshake.text);
  const broken = failureIn(() => {
    expectUpgrade(whole, { handshake, sent: text });
  });
  if (broken !== null) {
    fail({ ...broken, message: CUT.evenWhole(broken.message), hint: CUT.sharedHint });
  }
  // Nobody else can have made it answer too early.
  if (isEarly) return;
  for (const piece of pieces) {
    await alone.send(piece);
    await subject.clock.settle();
  }
  await waitForAnswers(subject.clock, [alone]);
  const still = failureIn(() => {
    expectUpgrade(alone, { handshake, sent });
  });
  if (still === null) {
    fail({ message: CUT.mixed(how), sent, expected: CUT.apart, hint: CUT.sharedHint });
  }
}

/** The line of the request in which the byte at `position` is. */
function lineAt(text: string, position: number): string {
  const start = text.lastIndexOf('\r\n', position - 1);
  const line = text.slice(start === -1 ? 0 : start + 2).split('\r\n')[0] ?? '';
  return /^[A-Za-z-]+(?=:)/.exec(line)?.[0] ?? line;
}
