// From one step of the lab to another without leaving the page: what the lab holds in memory survives, server or not.
import { find } from './element.ts';
import type { LabKit } from './lab-kit.ts';
import { LabPage } from './lab-page.ts';
import { NewerSite, type HeldPage, type StepPages } from './step-pages.ts';

//   shown ──a step's link, the history──► coming ──its page──► shown
//                                          └──the next gesture: what comes for this one is held, not shown
export class StepNavigation {
  readonly #kit: LabKit;
  readonly #pages: StepPages;
  #shown = location.pathname;
  /** The step that the last gesture asked for, until it is shown or given up. */
  #coming: string | null = null;
  /** Grows with each gesture: only the last one is followed. */
  #gesture = 0;
  /** Where the browser's address was last seen. */
  #address = location.pathname;

  constructor(kit: LabKit, pages: StepPages) {
    this.#kit = kit;
    this.#pages = pages;
  }

  /** Follows links and the browser's history. Called once. */
  start(): void {
    document.addEventListener('click', (event) => {
      const link = followedLink(event);
      if (link !== null) this.#follow(link, event);
    });
    addEventListener('popstate', () => {
      // Another hash in the same page: the browser scrolls there.
      if (location.pathname === this.#address) return;
      this.#address = location.pathname;
      void this.#go(location.pathname);
    });
  }

  /**
   * Fetches what the other steps of the lab need, one after the other; goes on where it stopped when the server is back.
   * `<html data-held>` once all is there: the server may die.
   */
  async holdAll(): Promise<void> {
    const { connection } = this.#kit;
    try {
      await this.#fetchAll();
      document.documentElement.dataset.held = '';
    } catch (error) {
      // A step that a newer build wrote is shown by a real navigation.
      if (error instanceof NewerSite || (await connection.ask())) return;
      const stop = connection.state.listen(() => {
        stop();
        void this.holdAll();
      });
    }
  }

  async #fetchAll(): Promise<void> {
    for (const address of this.#addresses) {
      const { step } = await this.#pages.fetch(address);
      const { packages, realm } = await this.#kit.checks(step.folder);
      // A frame that came keeps working without the server; so it comes now.
      await (await this.#kit.sandbox(packages, realm)).prepare();
    }
    await this.#kit.solutions();
  }

  /** The pages of this lab's steps, as the bar of the page lists them. */
  get #addresses(): ReadonlySet<string> {
    const links = document.querySelectorAll<HTMLAnchorElement>('.lab-steps a');
    return new Set([...links].map((link) => link.pathname));
  }

  #follow(link: HTMLAnchorElement, event: MouseEvent): void {
    if (link.pathname === this.#shown && link.hash !== '') return;
    // The step that is shown too: the second press of a double click falls on its link, and would load it anew.
    if (this.#addresses.has(link.pathname)) {
      event.preventDefault();
      void this.#go(link.pathname);
      return;
    }
    const gesture = this.#begin(null);
    if (this.#kit.connection.state.get() !== 'offline') return;
    event.preventDefault();
    void this.#leaveWhenAnswered(link.href, gesture);
  }

  #begin(coming: string | null): number {
    this.#coming = coming;
    this.#gesture += 1;
    return this.#gesture;
  }

  async #go(address: string): Promise<void> {
    // Pressed twice: it is on its way.
    if (address === this.#coming) return;
    const gesture = this.#begin(address);
    try {
      const page = this.#pages.get(address) ?? (await this.#pages.fetch(address));
      if (gesture !== this.#gesture) return;
      this.#coming = null;
      // The browser's history, when that was the gesture, is there already.
      if (location.pathname !== address) history.pushState(null, '', address);
      this.#address = address;
      if (address !== this.#shown) this.#show(address, page);
      void this.#kit.connection.check();
    } catch {
      // A newer site, or a page that is no step's: the browser shows it. A silent server: the strip says so.
      await this.#leaveWhenAnswered(address, gesture);
    }
  }

  #show(address: string, { title, create }: HeldPage): void {
    this.#shown = address;
    document.title = title;
    const left = find(document, 'lab-page', LabPage);
    const page = create();
    left.leave();
    left.replaceWith(page);
    scrollTo(0, 0);
    // A screen reader says where it is, and the next Tab starts there.
    find(page, 'h1', HTMLElement).focus();
  }

  /** The code on the screen is not given up for an error page, nor for a page that is no longer asked for. */
  async #leaveWhenAnswered(address: string, gesture: number): Promise<void> {
    const answers = await this.#kit.connection.ask();
    if (gesture !== this.#gesture) return;
    // To be asked for again, should it not come.
    this.#coming = null;
    if (answers) location.assign(address);
  }
}

/** The link of this site that a plain click follows in this tab; `null` for every other click. */
function followedLink(event: MouseEvent): HTMLAnchorElement | null {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented, target } = event;
  if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return null;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link?.origin !== location.origin) return null;
  return link.target !== '' || link.hasAttribute('download') ? null : link;
}
