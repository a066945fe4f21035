// `<errata-filter>`: says how many corrections the chosen kind leaves, and keeps the choice in the page's address.
import { errataWords } from '../i18n/errata.ts';

const PARAMETER = 'genre';
const ALL = 'toutes';

class ErrataFilter extends HTMLElement {
  connectedCallback(): void {
    const radios = [...this.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    const asked = new URLSearchParams(location.search).get(PARAMETER);
    const found = radios.find(({ value }) => value === asked);
    if (found !== undefined) {
      found.checked = true;
      this.#say();
      // The filter moved what the browser had already scrolled to.
      document.querySelector(':target')?.scrollIntoView();
    }
    this.addEventListener('change', () => {
      const chosen = radios.find(({ checked }) => checked)?.value ?? ALL;
      const address = new URL(location.href);
      if (chosen === ALL) address.searchParams.delete(PARAMETER);
      else address.searchParams.set(PARAMETER, chosen);
      history.replaceState(history.state, '', address);
      this.#say();
    });
  }

  /** Counts what the style sheet shows: one rule, one truth. */
  #say(): void {
    const all = [...document.querySelectorAll('.erratum')];
    const shown = all.filter((erratum) => erratum.checkVisibility());
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = errataWords.filter.shown(shown.length, all.length);
  }
}

customElements.define('errata-filter', ErrataFilter);
