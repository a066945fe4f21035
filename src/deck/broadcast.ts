// Tells the speaker's page where this deck stands, and does what it asks.
import type { RevealApi } from 'reveal.js';
import { openDeckChannel } from './deck-channel.ts';
import type { DeckMessage, DeckPress, DeckState } from './deck-channel.ts';
import { revealDemos } from './reveal-demos.ts';

/** Joins the windows of this browser that show the same course. */
export function shareDeck(reveal: RevealApi): void {
  const deck = crypto.getRandomValues(new Uint32Array(2)).join('-');
  /** Where another window sent this deck: that state is not news to it. */
  let sentTo: string | undefined;
  let known: string | undefined;

  const state = (): DeckState => {
    const place = placeOf(reveal);
    return {
      type: 'state',
      deck,
      ...place,
      black: reveal.isPaused(),
      byHand: sentTo !== key(place),
    };
  };
  const channel = openDeckChannel((message) => {
    receive(message);
  });
  if (channel === undefined) return;

  const tell = (): void => {
    const now = state();
    const what = `${key(now)} ${now.steps} ${now.black}`;
    if (what === known) return;
    known = what;
    sentTo = undefined;
    channel.send(now);
  };
  const receive = (message: DeckMessage): void => {
    if (message.type === 'hello') channel.send({ ...state(), byHand: false });
    else if (message.type === 'press' && message.deck === deck) press(reveal, message.key);
    else if (message.type === 'go' && message.except !== deck) {
      sentTo = key(message);
      goTo(reveal, message);
    }
  };

  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed']) {
    // Fragments move one by one inside one step: what counts is where they are in the end.
    reveal.on(event, () => {
      queueMicrotask(tell);
    });
  }
  channel.send({ ...state(), byHand: false });
  window.addEventListener('pagehide', () => {
    channel.send({ type: 'bye', deck });
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) channel.send({ ...state(), byHand: false });
  });
}

type Place = { readonly id: string; readonly step: number; readonly steps: number };

const key = ({ id, step }: Pick<Place, 'id' | 'step'>): string => `${id} ${step}`;

function placeOf(reveal: RevealApi): Place {
  const slide = reveal.getCurrentSlide();
  const steps = new Set<string>();
  const shown = new Set<string>();
  for (const fragment of slide.querySelectorAll<HTMLElement>('.fragment')) {
    const index = fragment.dataset.fragmentIndex ?? '0';
    steps.add(index);
    if (fragment.classList.contains('visible')) shown.add(index);
  }
  return { id: slide.id, step: shown.size, steps: steps.size };
}

function goTo(reveal: RevealApi, { id, step }: Pick<Place, 'id' | 'step'>): void {
  const slide = document.getElementById(id);
  if (!slide?.classList.contains('slide')) return;
  const here = placeOf(reveal);
  if (here.id === id && here.step === step) return;
  const { h, v } = reveal.getIndices(slide);
  reveal.slide(h, v, step - 1);
}

function press(reveal: RevealApi, pressed: DeckPress): void {
  switch (pressed) {
    case 'next':
      reveal.next();
      break;
    case 'previous':
      reveal.prev();
      break;
    case 'black':
      reveal.togglePause();
      break;
    case 'reveal':
      revealDemos(reveal);
      break;
  }
}
