// A row of tabs and their panels, by the ARIA pattern: one of them is in the tab order, arrows go round.
import { element } from '../element.ts';

export type TabOptions = {
  readonly label: string;
  readonly tabs: readonly { readonly text: string; readonly panel: HTMLElement }[];
  /** Told of the index that is chosen, by whoever chose it. */
  readonly chosen: (index: number) => void;
};

let rows = 0;

export class TabRow {
  readonly element: HTMLElement;
  readonly #panels: readonly HTMLElement[];
  readonly #tabs: readonly HTMLButtonElement[];
  readonly #chosen: (index: number) => void;
  #index = 0;

  constructor({ label, tabs, chosen }: TabOptions) {
    rows += 1;
    this.#panels = tabs.map(({ panel }) => panel);
    this.#chosen = chosen;
    this.#tabs = tabs.map(({ text, panel }, index) => {
      const id = `chat-tab-${rows}-${index}`;
      panel.id ||= `${id}-panel`;
      const attributes = { type: 'button', role: 'tab', id, 'aria-controls': panel.id };
      const tab = element('button', attributes, text);
      tab.addEventListener('click', () => {
        this.choose(index);
      });
      tab.addEventListener('keydown', (event) => {
        this.#move(index, event);
      });
      return tab;
    });
    this.element = element(
      'div',
      { class: 'chat-tabs', role: 'tablist', 'aria-label': label },
      ...this.#tabs,
    );
    this.#mark();
  }

  get index(): number {
    return this.#index;
  }

  choose(index: number): void {
    this.#index = index;
    this.#mark();
    this.#chosen(index);
  }

  /** What a tab says, and what is read out of it. */
  name(index: number, text: string, label: string): void {
    const tab = this.#tabs[index];
    if (tab === undefined || tab.textContent === text) return;
    tab.textContent = text;
    tab.setAttribute('aria-label', label);
  }

  /** Panels that take turns are tab panels; panels that all stand at once are regions. */
  takeTurns(takesTurns: boolean): void {
    for (const [at, panel] of this.#panels.entries()) {
      if (!takesTurns) panel.removeAttribute('role');
      else panel.setAttribute('role', 'tabpanel');
      const heading = panel.querySelector('h3')?.id ?? '';
      panel.setAttribute('aria-labelledby', takesTurns ? (this.#tabs[at]?.id ?? '') : heading);
    }
  }

  #mark(): void {
    for (const [at, tab] of this.#tabs.entries()) {
      const isChosen = at === this.#index;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      this.#panels[at]?.toggleAttribute('data-chosen', isChosen);
    }
  }

  #move(from: number, event: KeyboardEvent): void {
    const { length } = this.#tabs;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: (from + length - 1) % length,
      ArrowRight: (from + 1) % length,
      Home: 0,
      End: length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.choose(target);
    this.#tabs[target]?.focus();
  }
}
