// `<proxy-attack>`: four panes (page, browser, proxy, other user) that replay, moment by moment, what a run played.
import * as v from 'valibot';
import type { Report } from '../../grading/index.ts';
import { attackWords as words } from '../../i18n/proxy-attack.ts';
import { element, find } from '../element.ts';
import type { LabContext } from '../lab-context.ts';
import { type Moment, momentsOf, playedSchema } from './attack-moments.ts';

/** Its elements are in the page already: waiting before a run, and what `ProxyAttack.astro` wrote for afterwards. */
export class ProxyAttack extends HTMLElement {
  #report: Report | null = null;
  #moment = 0;

  connectedCallback(): void {
    this.addEventListener('change', () => {
      this.#moment = 0;
      this.#show();
    });
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-move]') : null;
      if (!(button instanceof HTMLElement)) return;
      this.#moment += Number(button.dataset.move);
      this.#show();
    });
  }

  show(report: Report): void {
    this.#report = report;
    this.#moment = 0;
    this.#show();
  }

  get #play(): string {
    return this.querySelector<HTMLInputElement>('input:checked')?.value ?? 'attack';
  }

  #show(): void {
    const report = this.#report;
    if (report === null) return;
    find(this, '.attack-waiting', HTMLElement).hidden = true;
    find(this, '.attack-player', HTMLElement).hidden = false;
    find(this, '.attack-seed', HTMLElement).textContent = words.seed(report.seed);
    const read = v.safeParse(playedSchema, report.exhibits?.[this.#play]);
    const moments = read.success ? momentsOf(read.output) : [];
    this.#moment = Math.max(0, Math.min(this.#moment, moments.length - 1));
    const now = moments[this.#moment];
    find(this, '.attack-sentence', HTMLElement).textContent = now?.sentence ?? words.missing;
    find(this, '.attack-position', HTMLElement).textContent =
      now === undefined ? '' : words.position(this.#moment + 1, moments.length);
    for (const pane of this.querySelectorAll<HTMLElement>('[data-pane]')) {
      const shown = moments.slice(0, this.#moment + 1);
      const own = shown.filter((moment) => moment.pane === pane.dataset.pane);
      pane.toggleAttribute('data-current', now?.pane === pane.dataset.pane);
      find(pane, 'dl', HTMLElement).replaceChildren(...own.flatMap(linesOf));
      find(pane, '.attack-empty', HTMLElement).hidden = own.length > 0;
    }
    this.#enable('-1', this.#moment > 0);
    this.#enable('1', this.#moment < moments.length - 1);
  }

  /** Not `disabled`: the keyboard would lose its place at either end. */
  #enable(move: string, isPossible: boolean): void {
    const button = find(this, `[data-move="${move}"]`, HTMLElement);
    button.setAttribute('aria-disabled', String(!isPossible));
  }
}

function linesOf({ lines }: Moment): HTMLElement[] {
  return lines.flatMap(({ name, text, isCode }) => [
    element('dt', {}, name),
    element('dd', {}, isCode ? element('code', {}, text) : text),
  ]);
}

/** Shows what the last run played, on the one page that has the element. */
export function connectProxyAttack({ root, run }: LabContext): void {
  const view = root.querySelector('proxy-attack');
  if (!(view instanceof ProxyAttack)) return;
  run.listen((state) => {
    if (state.status === 'graded') view.show(state.report);
  });
}
