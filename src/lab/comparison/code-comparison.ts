// `<code-comparison>`: a button that opens the student's code beside the solution; what draws it is fetched on demand.
import { comparisonWords as words } from '../../i18n/comparison.ts';
import { element, find } from '../element.ts';
import { FetchedOnce } from '../fetched-once.ts';
import type * as view from './comparison-view.ts';
import type { FilePair } from './comparison-view.ts';

const drawing = new FetchedOnce<typeof view>(() => import('./comparison-view.ts'));

/** Fetches what draws a comparison while nobody waits, so that a server that dies later takes nothing away. */
export async function prepareComparison(): Promise<void> {
  // Asked for again at the press, which says what is wrong.
  await drawing.get().catch(() => undefined);
}

/**
 * ```text
 *   closed ──button──► open (loading ─► drawn | failed) ──Escape, « Fermer »──► closed, focus on the button
 * ```
 */
export class CodeComparison extends HTMLElement {
  /** Read at each opening: the student goes on writing. */
  files: () => Promise<readonly FilePair[]> = () => Promise.resolve([]);
  #pairs: readonly FilePair[] = [];

  connectedCallback(): void {
    find(this, '[data-compare]', HTMLElement).addEventListener('click', () => void this.#open());
    find(this, '[data-close-comparison]', HTMLElement).addEventListener('click', () => {
      this.#dialog.close();
    });
    // A press on the page behind: the dialog itself is what it hits.
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
    // Escape closes the comparison, not the drawer that holds it.
    this.#dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') event.stopPropagation();
    });
    this.#spaces.addEventListener('change', () => void this.#draw());
  }

  async #open(): Promise<void> {
    this.#say(words.loading);
    this.#dialog.showModal();
    try {
      this.#pairs = await this.files();
      await this.#draw();
    } catch {
      this.#say(words.failed);
    }
  }

  async #draw(): Promise<void> {
    const { drawComparison } = await drawing.get();
    this.#body.replaceChildren(...drawComparison(this.#pairs, this.#spaces.checked));
  }

  #say(sentence: string): void {
    this.#body.replaceChildren(element('p', { role: 'status' }, sentence));
  }

  get #dialog(): HTMLDialogElement {
    return find(this, 'dialog', HTMLDialogElement);
  }

  get #body(): HTMLElement {
    return find(this, '.comparison-body', HTMLElement);
  }

  get #spaces(): HTMLInputElement {
    return find(this, 'input', HTMLInputElement);
  }
}
