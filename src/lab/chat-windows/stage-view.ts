// The whole of « Essayer le chat » on the screen: three windows, the server's console, the bytes; tabs where there is no room.
import { chatWords as words, PEOPLE } from '../../i18n/chat-windows.ts';
import { element } from '../element.ts';
import { WireInspector } from '../inspector/index.ts';
import type { ProjectFile } from '../project/project-files.ts';
import { ChatConsole } from './chat-console.ts';
import type { Place } from './problem-view.ts';
import { TabRow } from './tab-row.ts';
import { WindowView } from './window-view.ts';

/** As in `chat-windows.css`. */
const WIDE = '(width >= 60rem)';

export type StageGestures = {
  readonly stop: () => void;
  readonly restart: () => void;
  readonly close: () => void;
};

export class StageView {
  readonly windows: readonly WindowView[];
  readonly inspectors: readonly WireInspector[];
  readonly console: ChatConsole;
  readonly #tabs: TabRow;
  readonly #status = element('p', { class: 'chat-status', role: 'status' });
  readonly #stop = element('button', { type: 'button', class: 'quiet' }, words.stop.button);
  readonly #origin = element('details', { class: 'chat-origin' });
  readonly #wide = matchMedia(WIDE);
  readonly #heading = element('h2', { id: 'chat-heading', tabindex: '-1' }, words.heading);
  readonly #dialog: HTMLDialogElement;
  /** Messages of each window when it was last looked at. */
  readonly #seen = PEOPLE.map(() => 0);
  readonly #received = PEOPLE.map(() => 0);

  constructor(dialog: HTMLDialogElement, gestures: StageGestures, placeOf: Place) {
    defineInspector();
    this.#dialog = dialog;
    this.windows = PEOPLE.map((person) => new WindowView(person, placeOf));
    this.inspectors = PEOPLE.map(() => element('wire-inspector'));
    this.console = new ChatConsole(placeOf);
    const bytes = this.#bytes();
    const panels = [...this.windows.map((view) => view.element), this.console.element, bytes];
    const texts = [...PEOPLE.map(({ name }) => name), words.console, words.bytes];
    this.#tabs = new TabRow({
      label: words.tabs,
      tabs: panels.map((panel, index) => ({ panel, text: texts[index] ?? '' })),
      chosen: () => {
        this.#showUnread();
      },
    });
    dialog.replaceChildren(
      this.#bar(gestures),
      this.#tabs.element,
      element('div', { class: 'chat-panels' }, ...panels),
    );
  }

  /** `left`: the step leaves the screen. */
  follow(left: AbortSignal): void {
    const take = (): void => {
      this.#tabs.takeTurns(!this.#wide.matches);
    };
    this.#wide.addEventListener('change', take, { signal: left });
    take();
  }

  show(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#heading.focus();
  }

  /** `canStop`: the server listens. */
  say(sentence: string, state: string, canStop: boolean): void {
    this.#dialog.dataset.state = state;
    // Said again, a sentence that has not changed would be read again.
    if (this.#status.textContent !== sentence) this.#status.textContent = sentence;
    // Not `disabled`: it would lose the focus of whoever pressed it.
    this.#stop.setAttribute('aria-disabled', String(!canStop));
  }

  /** The console is what there is to read: a phone shows it. */
  showConsole(): void {
    this.#tabs.choose(PEOPLE.length);
  }

  showOrigin(files: readonly ProjectFile[]): void {
    const count = (from: ProjectFile['from']): number =>
      files.filter((file) => file.from === from).length;
    this.#origin.replaceChildren(
      element('summary', {}, words.origin.summary(count('student'), count('solution'))),
      element(
        'div',
        { class: 'chat-origin-files' },
        element('p', {}, words.origin.lead),
        element(
          'ul',
          {},
          ...files.map(({ path, from }) =>
            element(
              'li',
              { 'data-from': from },
              element('code', {}, path),
              ` ${words.origin[from]}`,
            ),
          ),
        ),
      ),
    );
  }

  /** How many messages a window's page has received. */
  received(index: number, messages: number): void {
    this.#received[index] = messages;
    if (messages < (this.#seen[index] ?? 0)) this.#seen[index] = messages;
    this.#showUnread();
  }

  clear(): void {
    this.console.clear();
    for (const inspector of this.inspectors) inspector.clear();
  }

  #showUnread(): void {
    for (const [index, { name }] of PEOPLE.entries()) {
      const received = this.#received[index] ?? 0;
      if (this.#wide.matches || this.#tabs.index === index) this.#seen[index] = received;
      const unread = received - (this.#seen[index] ?? 0);
      if (unread === 0) this.#tabs.name(index, name, name);
      else this.#tabs.name(index, `${name} · ${unread}`, words.window.unread(name, unread));
    }
  }

  #bytes(): HTMLElement {
    const row = new TabRow({
      label: words.bytesOf,
      tabs: this.inspectors.map((panel, index) => ({ panel, text: PEOPLE[index]?.name ?? '' })),
      chosen: () => undefined,
    });
    row.takeTurns(true);
    return element(
      'section',
      { class: 'chat-bytes', 'aria-labelledby': 'chat-bytes-heading' },
      element(
        'div',
        { class: 'chat-bytes-head' },
        element('h3', { id: 'chat-bytes-heading' }, words.bytesOf),
        row.element,
      ),
      ...this.inspectors,
    );
  }

  #bar({ stop, restart, close }: StageGestures): HTMLElement {
    const button = (text: string, act: () => void, name = ''): HTMLElement => {
      const made = element('button', { type: 'button', class: `quiet ${name}`.trim() }, text);
      made.addEventListener('click', act);
      return made;
    };
    this.#stop.addEventListener('click', stop);
    return element(
      'div',
      { class: 'chat-bar' },
      this.#heading,
      this.#status,
      this.#origin,
      element('div', { class: 'chat-actions' }, this.#stop, button(words.restart, restart)),
      button(words.close, close, 'chat-close'),
    );
  }
}

function defineInspector(): void {
  if (customElements.get('wire-inspector') !== undefined) return;
  customElements.define('wire-inspector', WireInspector);
}
