// Opens one connection for each offer, and judges the answers as a browser does.
import {
  type CheckContext,
  closeServers,
  drawHandshake,
  expectStillOpen,
  expectUpgrade,
  openServers,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import type { Offer } from './offers.ts';

export const MODULE = 'poignee/reparer.js';
const OPTIONS = { chemins: ['/chat'], sousProtocoles: ['chat', 'superchat'] };

/** All offers go to one server, in turn: what it remembers of one client shows with the next. */
export async function expectChoices(
  { subject, random }: CheckContext,
  offers: readonly Offer[],
): Promise<void> {
  const creation = { module: MODULE, name: 'creerServeur' };
  const servers = await openServers(subject, creation, [[OPTIONS]]);
  for (const server of servers) {
    for (const { offer, chosen } of offers) {
      const handshake = drawHandshake(random, { offer });
      const conversation = await server.connect();
      await conversation.send(handshake.text);
      await waitForAnswers(subject.clock, [conversation]);
      const sent = visibleText(handshake.text);
      expectUpgrade(conversation, { handshake, sent, subprotocols: chosen });
      expectStillOpen(conversation, sent);
      await conversation.end();
    }
  }
  await closeServers(subject, servers);
}
