// Check C2 of step 1.7: a valid handshake opens a connection, however its bytes arrive, and the connection stays open.
import {
  closeServers,
  type CheckContext,
  type Conversation,
  drawHandshake,
  expectStillOpen,
  expectUpgrade,
  fail,
  failureIn,
  type Handshake,
  type Random,
  splitHttpLines,
  statusOf,
  type Subject,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { expectOpeningsInPieces } from './cut-openings.ts';
import { SPELLED_HINT } from './messages.ts';
import { withHeaders } from './requests.ts';
import { connectEach, openAlike } from './student-server.ts';

/** The example that everybody has seen: other keys are the business of C3. */
export const RFC_KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

/** « Bonjour » in a masked text frame, of which this server need not know anything. */
const FRAME = Uint8Array.from([
  0x81, 0x87, 0x37, 0xfa, 0x21, 0x3d, 0x75, 0x95, 0x4f, 0x57, 0x58, 0x8f, 0x53,
]);

/** As valid as the usual values (step 1.2): a list, and another case. */
const SPELLED = { Upgrade: 'WebSocket', Connection: 'keep-alive, Upgrade' };

type Offer = {
  readonly offer: readonly string[];
  /** The subprotocols of which any will do. */
  readonly chosen: readonly string[];
  readonly isSpelled?: boolean;
};

/** What the browser offers. */
const OFFERS: readonly Offer[] = [
  { offer: [], chosen: [] },
  { offer: ['chat', 'superchat'], chosen: ['chat', 'superchat'], isSpelled: true },
  { offer: ['inconnu', 'superchat'], chosen: ['superchat'] },
  { offer: ['inconnu'], chosen: [] },
];

type Opening = {
  readonly handshake: Handshake;
  readonly conversation: Conversation;
  readonly sent: string;
  readonly chosen: readonly string[];
  readonly isSpelled: boolean;
};

export async function expectOpenings(context: CheckContext): Promise<void> {
  const { subject, random } = context;
  const servers = await openAlike(subject, OFFERS.length);
  const conversations = await connectEach(servers);
  const openings = drawOpenings(random, conversations);
  await Promise.all(
    openings.map(({ conversation, handshake }) => conversation.send(handshake.text)),
  );
  await waitForAnswers(subject.clock, conversations);
  for (const opening of openings) expectOpen(opening);
  await expectNothingMore(subject, openings);
  const closeOthers = await expectOpeningsInPieces(
    context,
    drawHandshake(random, { key: RFC_KEY }),
  );
  // A fence: hundreds of answers have come since; an end or a byte too many would have come before them.
  for (const opening of openings) expectOpen(opening);
  await closeOthers();
  await closeServers(subject, servers);
}

/** A first frame, and a second of virtual time. */
async function expectNothingMore(subject: Subject, openings: readonly Opening[]): Promise<void> {
  await openings[0]?.conversation.send(FRAME);
  await subject.clock.advance(1_000);
}

function drawOpenings(random: Random, conversations: readonly Conversation[]): readonly Opening[] {
  return OFFERS.flatMap(({ offer, chosen, isSpelled = false }, index) => {
    const conversation = conversations[index];
    const usual = drawHandshake(random, { key: RFC_KEY, offer });
    const text = isSpelled ? withHeaders(usual.text, SPELLED) : usual.text;
    const handshake = { ...usual, text };
    return conversation === undefined
      ? []
      : [{ handshake, conversation, chosen, isSpelled, sent: visibleText(text) }];
  });
}

function expectOpen({ handshake, conversation, sent, chosen, isSpelled }: Opening): void {
  const detail = failureIn(() => {
    expectUpgrade(conversation, { handshake, sent, subprotocols: chosen });
    expectStillOpen(conversation, sent);
  });
  if (detail === null) return;
  const status = statusOf(splitHttpLines(conversation.text));
  const isRefused = status !== null && status !== 101;
  fail(isSpelled && isRefused ? { ...detail, hint: SPELLED_HINT } : detail);
}
