// What the server and the pages print, as they print it, each line linked to the line that printed it.
import type { ConsoleLine } from '../../evidence/evidence.ts';
import { chatWords } from '../../i18n/chat-windows.ts';
import { fr } from '../../i18n/fr.ts';
import { element } from '../element.ts';
import { keepOneTabStop } from '../one-tab-stop.ts';
import type { TrialProblem } from '../trial-outcome.ts';
import { problemView, type Place } from './problem-view.ts';

/** The latest lines that are kept: a server that prints for an hour must not fill the page. */
const KEPT_LINES = 200;

export class ChatConsole {
  readonly element: HTMLElement;
  readonly #lines = element('ol', { class: 'console-lines' });
  readonly #empty = element('p', { class: 'chat-empty' }, chatWords.consoleEmpty);
  readonly #scroll: HTMLElement;
  readonly #placeOf: Place;

  constructor(placeOf: Place) {
    this.#placeOf = placeOf;
    this.#scroll = element(
      'div',
      {
        class: 'chat-console-lines',
        tabindex: '0',
        role: 'log',
        'aria-label': chatWords.consoleOf,
      },
      this.#empty,
      this.#lines,
    );
    this.element = element(
      'section',
      { class: 'chat-console', 'aria-labelledby': 'chat-console-heading' },
      element('h3', { id: 'chat-console-heading' }, chatWords.consoleOf),
      this.#scroll,
    );
  }

  /** `who`: « Alice » for her page, `null` for the server. */
  print(lines: readonly ConsoleLine[], who: string | null): void {
    this.#add(lines.slice(-KEPT_LINES).map((line) => this.#item(line, who)));
  }

  say(problem: TrialProblem): void {
    const item = element('li', { class: 'console-line' }, problemView(problem, this.#placeOf));
    this.#add([item]);
  }

  clear(): void {
    this.#lines.replaceChildren();
    this.#empty.hidden = false;
  }

  #add(items: readonly HTMLElement[]): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    const wasAtEnd = scrollHeight - scrollTop - clientHeight < 8;
    this.#empty.hidden = true;
    this.#lines.append(...items);
    while (this.#lines.childElementCount > KEPT_LINES) this.#lines.firstElementChild?.remove();
    keepOneTabStop(this.#lines);
    if (wasAtEnd) this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }

  #item({ level, text, location }: ConsoleLine, who: string | null): HTMLElement {
    const name = fr.console.levels[level];
    return element(
      'li',
      { class: 'console-line', 'data-level': level },
      who === null ? null : element('span', { class: 'chat-who' }, who),
      name === '' ? null : element('span', { class: 'console-level' }, name),
      element('code', { class: 'console-text' }, text),
      location === null ? null : this.#placeOf(location),
    );
  }
}
