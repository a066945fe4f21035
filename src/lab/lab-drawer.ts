// `<lab-drawer>`: hints and solution, over the instructions, so that the student's code stays in sight beside them.
import { find } from './element.ts';

export class LabDrawer extends HTMLElement {
  #opener: HTMLElement | null = null;

  connectedCallback(): void {
    find(this, '[data-close]', HTMLElement).addEventListener('click', () => {
      this.close();
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  /** `opener` gets the focus back, and says whether the drawer is open. */
  toggle(opener: HTMLElement): void {
    if (!this.hidden) {
      this.close();
      return;
    }
    this.#opener = opener;
    this.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    find(this, 'h2', HTMLElement).focus();
  }

  close(): void {
    this.hidden = true;
    this.#opener?.setAttribute('aria-expanded', 'false');
    this.#opener?.focus();
  }
}
