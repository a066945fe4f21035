// `<lab-drawer>`: hints, solution and visitors, over the instructions, so that the student's code stays in sight beside them.
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';

/** The sections of the drawer, as its tabs name them (`data-section`); a step without visitors has no such tab. */
export type DrawerSection = 'hints' | 'solution' | 'visitors';

export class LabDrawer extends HTMLElement {
  #opener: HTMLElement | null = null;

  connectedCallback(): void {
    find(this, '[data-close]', HTMLElement).addEventListener('click', () => {
      this.close();
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => {
        this.#select(tab);
      });
      tab.addEventListener('keydown', (event) => {
        this.#move(tab, event);
      });
    }
  }

  /** Opens on `section`; pressed again by the same opener, closes. `opener` gets the focus back. */
  toggle(opener: HTMLElement, section: DrawerSection): void {
    if (!this.hidden && this.#opener === opener) {
      this.close();
      return;
    }
    this.#opener?.setAttribute('aria-expanded', 'false');
    this.#opener = opener;
    this.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    const tab = this.#tabs.find((candidate) => candidate.dataset.section === section);
    if (tab === undefined) return;
    this.#select(tab);
    tab.focus();
  }

  /** The opener gets the focus back, unless it has gone elsewhere already. */
  close(): void {
    const { activeElement } = document;
    const isLost = activeElement === document.body || this.contains(activeElement);
    this.hidden = true;
    this.#opener?.setAttribute('aria-expanded', 'false');
    if (isLost) this.#opener?.focus();
    this.#opener = null;
  }

  get #tabs(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=tab]')];
  }

  /** The ARIA pattern of tabs: one of them is in the tab order, arrows go round. */
  #select(selected: HTMLElement): void {
    for (const tab of this.#tabs) {
      tab.setAttribute('aria-selected', String(tab === selected));
      tab.tabIndex = tab === selected ? 0 : -1;
      const panel = tab.getAttribute('aria-controls') ?? '';
      find(this, `#${panel}`, HTMLElement).hidden = tab !== selected;
    }
    this.scrollTop = 0;
  }

  #move(from: HTMLElement, event: KeyboardEvent): void {
    const tabs = this.#tabs;
    const now = tabs.indexOf(from);
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: now - 1,
      ArrowRight: (now + 1) % tabs.length,
      Home: 0,
      End: -1,
    };
    const target = targets[event.key];
    const tab = target === undefined ? undefined : tabs.at(target);
    if (tab === undefined) return;
    event.preventDefault();
    this.#select(tab);
    tab.focus();
  }
}

/** Each `<button data-drawer="hints">` of the page opens the drawer on that section. */
export function connectDrawer({ root, run }: LabContext): void {
  const drawer = find(root, 'lab-drawer', LabDrawer);
  const views = find(root, '.views', HTMLElement);
  // Where views take turns (a phone), the drawer lies over all of them: the one that is asked for is to be seen.
  views.addEventListener('click', () => {
    drawer.close();
  });
  run.listen(({ status }) => {
    if (status === 'running' && views.checkVisibility()) drawer.close();
  });
  for (const opener of root.querySelectorAll<HTMLElement>('[data-drawer]')) {
    opener.addEventListener('click', () => {
      // The template writes only names of sections there.
      drawer.toggle(opener, opener.dataset.drawer as DrawerSection);
    });
  }
}
