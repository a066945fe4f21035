// What decks and the speaker's page say to each other from window to window of one browser, plain http included.

/** Where a deck stands. */
export type DeckState = {
  readonly type: 'state';
  /** Names the deck's window, for as long as it lives. */
  readonly deck: string;
  readonly id: string;
  /** Steps shown on the slide, of `steps`. */
  readonly step: number;
  readonly steps: number;
  readonly black: boolean;
  /** Moved by a person, and not because another window asked. */
  readonly byHand: boolean;
};

export type DeckMessage =
  | DeckState
  /** The speaker's page asks who is there. */
  | { readonly type: 'hello' }
  | { readonly type: 'bye'; readonly deck: string }
  /** Every deck goes there, but the one that says so already. */
  | { readonly type: 'go'; readonly id: string; readonly step: number; readonly except?: string }
  /** One deck does what its own key would. */
  | { readonly type: 'press'; readonly deck: string; readonly key: DeckPress };

export type DeckPress = 'next' | 'previous' | 'black' | 'reveal';

const PRESSES: readonly string[] = ['next', 'previous', 'black', 'reveal'] satisfies DeckPress[];

export type DeckChannel = {
  send(message: DeckMessage): void;
  close(): void;
};

const NAME = 'trame-diapos';

/** Undefined where the browser links no windows (or refuses to, for a private window). */
export function openDeckChannel(
  onMessage: (message: DeckMessage) => void,
): DeckChannel | undefined {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
  channel.addEventListener('message', ({ data }) => {
    const message = readDeckMessage(data);
    if (message !== undefined) onMessage(message);
  });
  return {
    send: (message) => {
      channel.postMessage(message);
    },
    close: () => {
      channel.close();
    },
  };
}

/** A message of another window, possibly of an older site; undefined where it is none of ours. */
export function readDeckMessage(data: unknown): DeckMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, deck, id, step, steps, black, byHand, except, key } = data as Partial<
    Record<string, unknown>
  >;
  if (type === 'hello') return { type };
  if (type === 'bye' && typeof deck === 'string') return { type, deck };
  if (type === 'press' && typeof deck === 'string' && isPress(key)) return { type, deck, key };
  if (typeof id !== 'string' || !isCount(step)) return undefined;
  if (type === 'go') {
    return { type, id, step, ...(typeof except === 'string' && { except }) };
  }
  if (type !== 'state' || typeof deck !== 'string' || !isCount(steps)) return undefined;
  return { type, deck, id, step, steps, black: black === true, byHand: byHand === true };
}

const isPress = (key: unknown): key is DeckPress =>
  typeof key === 'string' && PRESSES.includes(key);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
