// The speaker's end of the channel: which decks are open, where they are, and what they are asked to do.
import { openDeckChannel } from '../deck-channel.ts';
import type { DeckPress, DeckState } from '../deck-channel.ts';

export type DeckLink = {
  /** Whether a deck was there to be asked. */
  press(key: DeckPress): boolean;
  /** Sends every deck to a slide. */
  go(id: string, step: number): void;
};

export type DeckLinkEvents = {
  readonly onState: (state: DeckState) => void;
  readonly onPresence: (presence: 'connected' | 'alone' | 'unsupported') => void;
};

/** A deck that is there answers at once; a busy machine is given this long, in milliseconds. */
const PATIENCE = 1500;

export function createDeckLink({ onState, onPresence }: DeckLinkEvents): DeckLink {
  const decks = new Set<string>();
  /** The one that was last moved by hand: keys go to it, the others follow. */
  let leader: string | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const channel = openDeckChannel((message) => {
    if (message.type === 'bye') {
      decks.delete(message.deck);
      if (leader === message.deck) leader = undefined;
      ask();
      return;
    }
    if (message.type !== 'state') return;
    clearTimeout(waiting);
    decks.add(message.deck);
    onPresence('connected');
    if (message.byHand) leader = message.deck;
    leader ??= message.deck;
    if (message.deck !== leader) return;
    onState(message);
    if (message.byHand && decks.size > 1) {
      channel?.send({ type: 'go', id: message.id, step: message.step, except: message.deck });
    }
  });

  const ask = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      decks.clear();
      onPresence('alone');
    }, PATIENCE);
    channel?.send({ type: 'hello' });
  };

  if (channel === undefined) onPresence('unsupported');
  else ask();
  return {
    press: (key) => {
      if (leader === undefined) return false;
      channel?.send({ type: 'press', deck: leader, key });
      return true;
    },
    go: (id, step) => {
      channel?.send({ type: 'go', id, step });
    },
  };
}
