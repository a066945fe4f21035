// `<pane-splitter>`: the bar between editor and results, moved by pointer or keyboard, remembered.
// It follows the ARIA window splitter pattern: its value is the share, in percent, of the pane above it.

import * as v from 'valibot';
import { recall, remember } from './safe-storage.ts';

const KEY = 'trame-split';
const LEAST = 20;
const MOST = 75;
const STEP = 5;

export class PaneSplitter extends HTMLElement {
  connectedCallback(): void {
    this.tabIndex = 0;
    this.setAttribute('role', 'separator');
    this.setAttribute('aria-orientation', 'horizontal');
    this.setAttribute('aria-valuemin', String(LEAST));
    this.setAttribute('aria-valuemax', String(MOST));
    this.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    this.addEventListener('pointerdown', (event) => {
      this.setPointerCapture(event.pointerId);
    });
    this.addEventListener('pointermove', (event) => {
      if (this.hasPointerCapture(event.pointerId)) this.#follow(event.clientY);
    });
    const kept = readKept();
    if (kept !== null) this.#set(kept);
    // Until it is moved the style sheet decides; the value only says what that gives.
    else this.setAttribute('aria-valuenow', String(this.#measure()));
  }

  /** The share that the pane above has now, in percent of the page. */
  #measure(): number {
    const [above, page] = [this.#above.getBoundingClientRect(), this.#page.getBoundingClientRect()];
    return clamp((above.height / page.height) * 100);
  }

  get #page(): HTMLElement {
    return this.parentElement ?? document.body;
  }

  get #above(): Element {
    return this.#page.querySelector(`#${this.getAttribute('aria-controls') ?? ''}`) ?? this.#page;
  }

  #key(event: KeyboardEvent): void {
    const now = this.#measure();
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: now - STEP,
      ArrowDown: now + STEP,
      Home: LEAST,
      End: MOST,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#set(next, true);
  }

  #follow(clientY: number): void {
    const top = this.#above.getBoundingClientRect().top;
    this.#set(((clientY - top) / this.#page.getBoundingClientRect().height) * 100, true);
  }

  #set(percent: number, keep = false): void {
    const value = clamp(percent);
    this.setAttribute('aria-valuenow', String(value));
    this.#page.style.setProperty('--split', `${value}%`);
    if (keep) remember('localStorage', KEY, value);
  }
}

function clamp(percent: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, percent)));
}

function readKept(): number | null {
  return recall('localStorage', KEY, v.number());
}
