// What every demo is: an element that keeps its static form for paper, asks before it shows, and gives its keys back.
import { kit as words } from '../../i18n/demos/kit.ts';
import { createRandom, type Random } from '../../grading/random.ts';
import { element } from '../../lab/element.ts';
import type { Html } from './html.ts';
import { ownKeys } from './own-keys.ts';
import { predictionGate, predictionOutcome, type Guess, type Prediction } from './prediction.ts';

export type DemoWords = {
  /** The name of the figure, for those who do not see it. */
  readonly title: string;
  readonly prediction: Prediction;
  /** Which keys do what, in one line. */
  readonly keys: string;
};

/**
 *   static ──connected──► asking ──a choice, « Je ne sais pas », `demo-reveal`──► live
 *      ▲                    │                                                      │
 *      └────────────────────┴─────────────────── disconnected ─────────────────────┘
 *
 * The static form stays in the element all along: style shows it where there is no script, and on paper.
 */
export abstract class DemoElement extends HTMLElement {
  protected abstract readonly words: DemoWords;
  #live: HTMLElement | null = null;
  #status = element('p');
  #connection = new AbortController();

  /** Draws the figure, once, when the question is over. `stage` is empty. */
  protected abstract draw(stage: HTMLElement): void;

  connectedCallback(): void {
    if (this.#live !== null) return;
    this.#connection = new AbortController();
    this.#status = element('p', { class: 'demo-status', role: 'status' });
    const { title, prediction } = this.words;
    const gate = predictionGate(prediction, (guess) => {
      this.#unlock(guess);
    });
    this.#live = element(
      'div',
      // On a touch screen, what is moved here turns no slide.
      { class: 'demo demo-live', role: 'group', 'aria-label': title, 'data-prevent-swipe': true },
      gate,
      this.#status,
    );
    ownKeys(this.#live, () => {
      this.#unlock(null);
    });
    this.append(this.#live);
    this.dataset.live = '';
    this.addEventListener(
      'demo-reveal',
      () => {
        this.#unlock(null);
      },
      { signal: this.gone },
    );
  }

  disconnectedCallback(): void {
    this.#connection.abort();
    this.#live?.remove();
    this.#live = null;
    delete this.dataset.live;
  }

  /** Aborted when the demo leaves the page: for timers, listeners on the document, requests. */
  protected get gone(): AbortSignal {
    return this.#connection.signal;
  }

  /** Tells what has just changed, on screen and to screen readers. */
  protected say(sentence: string): void {
    this.#status.textContent = sentence;
  }

  /** Whether a room looks at it: the deck runs. */
  protected get isInDeck(): boolean {
    return this.closest('.reveal') !== null;
  }

  /** Chance that `data-graine` fixes, for tests and for a class that must see the same thing. */
  protected createRandom(): Random {
    const { graine } = this.dataset;
    const seed = graine === undefined ? Date.now() : Number(graine);
    return createRandom(Number.isSafeInteger(seed) ? seed : 0, this.localName);
  }

  #unlock(guess: Guess): void {
    const gate = this.#live?.querySelector('.demo-gate') ?? null;
    if (gate === null) return;
    const hadFocus = gate.contains(document.activeElement);
    const outcome = predictionOutcome(this.words.prediction, guess);
    const stage = element('div', { class: 'demo-stage' });
    const keys = element('p', { class: 'demo-keys' }, words.keys(this.words.keys));
    gate.replaceWith(outcome, stage);
    this.#status.after(keys);
    this.draw(stage);
    if (hadFocus) outcome.focus({ preventScroll: true });
  }
}

/** The nodes of a picture that is also written at build: the `html` tag has escaped what it was given. */
export function nodesOf(picture: Html): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = String(picture);
  return template.content;
}
