// `<route-choice>`: keeps which way through the labs was chosen, and marks its steps on the page.
import { find } from '../element.ts';
import { onRouteChosenElsewhere, readRoute, writeRoute } from './chosen-route.ts';

/** `/labos/?parcours=une-journee`: what a trainer gives a whole room. */
const PARAMETER = 'parcours';

export class RouteChoice extends HTMLElement {
  connectedCallback(): void {
    const asked = new URLSearchParams(location.search).get(PARAMETER);
    if (asked !== null && this.#check(asked)) writeRoute(asked);
    else this.#follow();
    this.#mark();
    this.addEventListener('change', () => {
      writeRoute(this.#checked.value);
      this.#mark();
    });
    onRouteChosenElsewhere(() => {
      this.#follow();
      this.#mark();
    });
  }

  get #choices(): readonly HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input')];
  }

  get #checked(): HTMLInputElement {
    return find(this, 'input:checked', HTMLInputElement);
  }

  #follow(): void {
    const kept = readRoute();
    if (kept !== null) this.#check(kept);
  }

  /** A route that the course no longer has leaves the first one checked. */
  #check(id: string): boolean {
    const choice = this.#choices.find(({ value }) => value === id);
    if (choice !== undefined) choice.checked = true;
    return choice !== undefined;
  }

  /** Where the route has every step there is nothing to tell apart: no mark at all. */
  #mark(): void {
    const steps = new Set(this.#checked.dataset.steps?.split(' '));
    const items = [...document.querySelectorAll<HTMLElement>('.outline-steps [data-step]')];
    const isWhole = this.#choices.every(
      ({ dataset }) => (dataset.steps?.split(' ').length ?? 0) <= steps.size,
    );
    for (const item of items) {
      const isOn = !isWhole && steps.has(item.dataset.step ?? '');
      item.dataset.route = isWhole ? 'all' : isOn ? 'on' : 'off';
      find(item, '.outline-route', HTMLElement).hidden = !isOn;
    }
    this.dispatchEvent(new CustomEvent('route-change', { bubbles: true }));
  }
}

customElements.define('route-choice', RouteChoice);
