// `<lab-solution>`: the solution, and what compares with it, once the step is passed or the student has given up twice over.
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';
import { changeProgress, readProgress } from './step-progress.ts';

/**
 * ```text
 *   closed ──« Montrer le corrigé »──► asking ──« Montrer quand même »──► shown (fires `solution-open`)
 *      ▲                                 │ « Chercher encore »
 *      └─────────────────────────────────┘          a pass shows it from any state
 * ```
 */
export class LabSolution extends HTMLElement {
  connectedCallback(): void {
    this.#onClick('[data-ask]', () => {
      this.#show('asking');
      // What it means is read before the second press.
      find(this, '.solution-asking p', HTMLElement).focus();
    });
    this.#onClick('[data-cancel]', () => {
      this.#show('closed');
      find(this, '[data-ask]', HTMLElement).focus();
    });
    this.#onClick('[data-confirm]', () => {
      this.open();
      find(this, '.solution-shown', HTMLElement).focus();
      this.dispatchEvent(new CustomEvent('solution-open'));
    });
  }

  open(): void {
    this.#show('shown');
  }

  #onClick(selector: string, act: () => void): void {
    find(this, selector, HTMLElement).addEventListener('click', act);
  }

  #show(state: 'closed' | 'asking' | 'shown'): void {
    for (const each of ['closed', 'asking', 'shown']) {
      find(this, `.solution-${each}`, HTMLElement).hidden = each !== state;
    }
  }
}

/** A step once passed, or given up, keeps its solution open. */
export function connectSolution({ root, page, run }: LabContext): void {
  const solution = find(root, 'lab-solution', LabSolution);
  const openWhenEarned = (): void => {
    const { passed, gaveUp } = readProgress(page.number);
    if (passed || gaveUp) solution.open();
  };
  openWhenEarned();
  run.listen(openWhenEarned);
  solution.addEventListener('solution-open', () => {
    changeProgress(page.number, { gaveUp: true });
  });
}
