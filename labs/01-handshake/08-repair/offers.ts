// The offers that step 1.8 makes to a server that accepts `chat` and `superchat`, and what may be chosen from each.
import type { Random } from '../../../src/grading/index.ts';

export type Offer = {
  readonly offer: readonly string[];
  /** The list as it is sent, where not in the usual way, with `, `. */
  readonly written?: string;
  /** Any of these names; none: the line must be absent. */
  readonly chosen: readonly string[];
};

const STRANGERS = ['mqtt', 'soap', 'wamp.2.json', 'v12.stomp', 'graphql-transport-ws'];
const BOTH = ['chat', 'superchat'];

/** Two names in common: either will do. */
export function offersInCommon(random: Random): readonly Offer[] {
  const stranger = random.pick(STRANGERS);
  return [BOTH, BOTH.toReversed(), ['chat', stranger, 'superchat']].map((offer) => ({
    offer,
    chosen: BOTH,
  }));
}

/** One name in common, wherever it stands, even where no space follows the comma. */
export function offersOfOne(random: Random): readonly Offer[] {
  const stranger = random.pick(STRANGERS);
  const offers = [['superchat'], ['chat'], [stranger, 'superchat'], ['superchat', stranger]].map(
    (offer) => ({ offer, chosen: offer.filter((name) => name !== stranger) }),
  );
  const tight = ['inconnu', 'superchat'];
  return [...offers, { offer: tight, written: tight.join(','), chosen: ['superchat'] }];
}

export function withoutOffer(): readonly Offer[] {
  return [{ offer: [], chosen: [] }];
}

/** Names that nobody accepts; some look like those that are. */
export function offersOfStrangers(random: Random): readonly Offer[] {
  const stranger = random.pick(STRANGERS);
  const offers = [['inconnu'], [stranger], ['chatsuperchat'], ['superchat2', 'chatter'], ['CHAT']];
  return offers.map((offer) => ({ offer, chosen: [] }));
}
