// `<demo-states>`: what the page calls and what the network brings, and what becomes of readyState.
import { states as words } from '../../i18n/demos/states.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/states.css';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import {
  play,
  possibleActions,
  STATE_NAMES,
  type Action,
  type Seen,
  type Socket,
} from './socket-model.ts';
import { statesTable } from './states-table.ts';

/** By the page, then by the network: two groups of buttons, each in the order of a life. */
const OF_THE_PAGE: readonly Action[] = ['construct', 'send', 'close'];
const OF_THE_NETWORK: readonly Action[] = [
  'accept',
  'refuse',
  'message',
  'serverClose',
  'finish',
  'abandon',
  'cut',
];
/** Lines that a slide has room for; older ones leave. */
const SHOWN_LINES = 4;

export class DemoStates extends DemoElement {
  protected readonly words = words;
  readonly #table = element('div', { class: 'states-place' });
  readonly #log = element('ol', { class: 'states-log', role: 'list' });
  readonly #buttons = new Map<Action, HTMLButtonElement>();
  #socket: Socket = null;

  protected draw(stage: HTMLElement): void {
    this.#socket = null;
    stage.replaceChildren(
      this.#table,
      element(
        'div',
        { class: 'states-panes' },
        element(
          'div',
          { class: 'states-actions' },
          this.#group(words.groups.page, OF_THE_PAGE),
          this.#group(words.groups.network, OF_THE_NETWORK),
        ),
        element(
          'div',
          { role: 'group', class: 'states-seen', 'aria-label': words.log },
          element('h3', {}, words.log),
          this.#log,
        ),
      ),
    );
    this.#log.replaceChildren(element('li', { class: 'demo-note' }, words.emptyLog));
    this.#show();
  }

  #group(name: string, actions: readonly Action[]): HTMLElement {
    const buttons = actions.map((action) => {
      const button = element('button', { type: 'button', class: 'quiet' }, words.actions[action]);
      button.addEventListener('click', () => {
        this.#act(action);
      });
      this.#buttons.set(action, button);
      return button;
    });
    return element(
      'fieldset',
      {},
      element('legend', {}, name),
      element('div', { class: 'states-buttons' }, ...buttons),
    );
  }

  #act(action: Action): void {
    const before = this.#socket;
    const { socket, seen } = play(before, action);
    this.#socket = socket;
    if (before === null || action === 'construct') this.#log.replaceChildren();
    this.#write(action, seen);
    const hadFocus = document.activeElement === this.#buttons.get(action);
    this.#show();
    // The button that has just been pressed may be gone: its neighbour takes over.
    if (hadFocus && this.#buttons.get(action)?.hidden === true) this.#focusNext(action);
    const [first] = seen;
    if (socket !== null && socket.readyState !== before?.readyState) {
      this.say(words.entered[socket.readyState]);
    } else if (first !== undefined && first.kind in words.stayed) {
      this.say(words.stayed[first.kind as keyof typeof words.stayed]);
    }
  }

  #write(action: Action, seen: readonly Seen[]): void {
    const state = this.#socket?.readyState ?? 0;
    const told = [words.state(state, STATE_NAMES[state]), ...seen.map(sentenceOf)];
    const line = element(
      'li',
      {},
      // What the page calls is code; what the network brings is not.
      element(OF_THE_PAGE.includes(action) ? 'code' : 'span', {}, words.actions[action]),
      ` → ${told.join(', ')}`,
    );
    this.#log.append(line);
    while (this.#log.children.length > SHOWN_LINES) this.#log.firstElementChild?.remove();
  }

  #show(): void {
    const possible = possibleActions(this.#socket);
    for (const [action, button] of this.#buttons) button.hidden = !possible.includes(action);
    this.#table.replaceChildren(nodesOf(statesTable(this.#socket?.readyState ?? null)));
  }

  #focusNext(action: Action): void {
    const group = OF_THE_PAGE.includes(action) ? OF_THE_PAGE : OF_THE_NETWORK;
    const shown = [...group, ...OF_THE_PAGE]
      .map((name) => this.#buttons.get(name))
      .find((button) => button?.hidden === false);
    shown?.focus({ preventScroll: true });
  }
}

function sentenceOf(seen: Seen): string {
  const { events } = words;
  switch (seen.kind) {
    case 'lost':
      return events.lost(seen.bufferedAmount);
    case 'close':
      return events.close(seen.code, seen.wasClean);
    case 'open':
    case 'message':
    case 'error':
    case 'sent':
    case 'thrown':
    case 'dropped':
      return events[seen.kind];
  }
}
