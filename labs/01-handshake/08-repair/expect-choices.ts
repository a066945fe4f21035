// Opens one connection for each offer, and judges the answers as a browser does.
import {
  type CheckContext,
  closeServers,
  drawHandshake,
  expectStillOpen,
  expectUpgrade,
  fail,
  failureIn,
  type Handshake,
  openServers,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import type { Offer } from './offers.ts';

export const MODULE = 'poignee/reparer.js';
/** Offers written the usual way come first: cut as they are, this one is lost. */
const COMMA_HINT =
  'Dans la liste du client, une espace peut manquer après la virgule : coupez à la virgule seule, puis enlevez les blancs de chaque nom.';
const OPTIONS = { chemins: ['/chat'], sousProtocoles: ['chat', 'superchat'] };

/** All offers go to one server, in turn: what it remembers of one client shows with the next. */
export async function expectChoices(
  { subject, random }: CheckContext,
  offers: readonly Offer[],
): Promise<void> {
  const creation = { module: MODULE, name: 'creerServeur' };
  const servers = await openServers(subject, creation, [[OPTIONS]]);
  for (const server of servers) {
    for (const { offer, written, chosen } of offers) {
      const handshake = rewritten(drawHandshake(random, { offer }), written);
      const conversation = await server.connect();
      await conversation.send(handshake.text);
      await waitForAnswers(subject.clock, [conversation]);
      const sent = visibleText(handshake.text);
      const detail = failureIn(() => {
        expectUpgrade(conversation, { handshake, sent, subprotocols: chosen });
      });
      if (detail !== null) fail(written === undefined ? detail : { ...detail, hint: COMMA_HINT });
      expectStillOpen(conversation, sent);
      await conversation.end();
    }
  }
  await closeServers(subject, servers);
}

function rewritten(handshake: Handshake, written = handshake.offer.join(', ')): Handshake {
  return { ...handshake, text: handshake.text.replace(handshake.offer.join(', '), written) };
}
