// The three views of a phone: which one shows, and how far each was scrolled when the student left.
import { find } from './element.ts';
import { readViewState, VIEWS, writeViewState, type View } from './view-state.ts';

export class ViewSwitch {
  readonly #root: HTMLElement;
  readonly #step: string;

  /** `step`: `1.3`. */
  constructor(root: HTMLElement, step: string) {
    this.#root = root;
    this.#step = step;
    for (const view of VIEWS) {
      find(root, `[data-show=${view}]`, HTMLElement).addEventListener('click', () => {
        this.show(view);
      });
    }
    const kept = readViewState(step);
    this.show(kept?.view ?? 'instructions');
    this.#pane('.instructions').scrollTop = kept?.scroll.instructions ?? 0;
  }

  show(view: View): void {
    this.#root.dataset.view = view;
    for (const button of this.#root.querySelectorAll<HTMLElement>('[data-show]')) {
      if (button.dataset.show === view) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    // Whoever runs from the keyboard, in an editor that gives way to the verdict, goes on from there.
    if (document.activeElement?.checkVisibility() !== false) return;
    find(this.#root, `[data-show=${view}]`, HTMLElement).focus({ preventScroll: true });
  }

  /** `code`: pixels that the editor is scrolled; `file`: the path that it shows. */
  keep(code: number, file: string): void {
    writeViewState(this.#step, {
      view: VIEWS.find((view) => view === this.#root.dataset.view) ?? 'instructions',
      file,
      scroll: {
        instructions: this.#pane('.instructions').scrollTop,
        code,
        result: this.#pane('.verdicts').scrollTop,
      },
    });
  }

  #pane(selector: string): HTMLElement {
    return find(this.#root, selector, HTMLElement);
  }
}
