// `<lab-hints>`: hints open one at a time, one more for each attempt that did not pass everything.
import { fr } from '../i18n/fr.ts';
import { element } from './element.ts';

const SELECTOR = '.hint';

/** The hints are in the page already, hidden; what was opened stays open after a reload. */
export class LabHints extends HTMLElement {
  #opened = 0;
  #failedAttempts = 0;
  readonly #button = element('button', { type: 'button', class: 'quiet' });
  readonly #advice = element('p', { class: 'advice' });

  connectedCallback(): void {
    if (this.#button.isConnected) return;
    this.append(this.#advice, this.#button);
    this.#button.addEventListener('click', () => {
      this.#opened += 1;
      this.#show();
      this.#items.at(this.#opened - 1)?.focus();
      this.dispatchEvent(new CustomEvent('hint-open'));
    });
    this.#show();
  }

  /** `opened`: how many were opened before; `failedAttempts`: how many may be. */
  restore(opened: number, failedAttempts: number): void {
    this.#opened = Math.min(opened, this.#items.length);
    this.#failedAttempts = Math.max(failedAttempts, this.#opened);
    this.#show();
  }

  get opened(): number {
    return this.#opened;
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(SELECTOR)];
  }

  #show(): void {
    const items = this.#items;
    for (const [index, item] of items.entries()) item.hidden = index >= this.#opened;
    const next = this.#opened + 1;
    const exists = next <= items.length;
    const allowed = exists && next <= this.#failedAttempts;
    this.#button.hidden = !allowed;
    this.#button.textContent = fr.hints.open(next);
    this.#advice.hidden = allowed;
    this.#advice.textContent = this.#adviceFor(exists);
  }

  #adviceFor(exists: boolean): string {
    if (!exists) return fr.hints.exhausted;
    return this.#opened === 0 ? fr.hints.locked : fr.hints.next;
  }
}
