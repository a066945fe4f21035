// One window on the screen: whose it is, how its connection fares, the student's page, and what is wrong with it.
import { chatWords, type Person } from '../../i18n/chat-windows.ts';
import { CLOSE_CODE } from '../../wire/index.ts';
import { element } from '../element.ts';
import type { ChatWindow, WindowState } from './chat-window.ts';
import { problemView, type Place } from './problem-view.ts';

const words = chatWords.window;

export class WindowView {
  readonly element: HTMLElement;
  /** Gets the page's frame. */
  readonly frame = element('div', { class: 'chat-frame' });
  readonly #status = element('p', { class: 'chat-window-status', role: 'status' });
  readonly #notice = element('div', { class: 'chat-window-notice' });
  readonly #button = element('button', { type: 'button', class: 'quiet' });
  readonly #person: Person;
  readonly #placeOf: Place;

  constructor(person: Person, placeOf: Place) {
    this.#person = person;
    this.#placeOf = placeOf;
    const heading = `chat-window-${person.name.toLowerCase()}`;
    this.element = element(
      'section',
      { class: 'chat-window', 'aria-labelledby': heading },
      element(
        'div',
        { class: 'chat-window-head' },
        element('h3', { id: heading }, person.name),
        this.#status,
        this.#button,
      ),
      element('div', { class: 'chat-window-body' }, this.frame, this.#notice),
    );
  }

  /** `reload`: asked by « Reconnecter ». Called once. */
  follow(window: ChatWindow, reload: () => void): void {
    this.#button.addEventListener('click', () => {
      if (this.#button.dataset.does === 'cut') window.cut();
      else reload();
    });
    window.state.subscribe((state) => {
      this.#show(state);
    });
  }

  #show(state: WindowState): void {
    this.element.dataset.state = state.status;
    this.#status.textContent = sentenceOf(state);
    const gesture = gestureOf(state);
    this.#button.dataset.does = gesture;
    this.#button.textContent = words[gesture];
    this.#button.setAttribute('aria-label', words[`${gesture}Label`](this.#person));
    this.#button.hidden = state.status === 'empty' || state.status === 'loading';
    this.#notice.replaceChildren(...this.#noticeOf(state));
  }

  #noticeOf(state: WindowState): readonly Node[] {
    if (state.status === 'empty') return [element('p', {}, words.empty)];
    return state.status === 'broken' ? [problemView(state.problem, this.#placeOf)] : [];
  }
}

function gestureOf({ status }: WindowState): 'cut' | 'back' | 'reload' {
  if (status === 'open' || status === 'joining') return 'cut';
  return status === 'closed' || status === 'refused' ? 'back' : 'reload';
}

function sentenceOf(state: WindowState): string {
  if (state.status === 'refused') {
    return typeof state.answer === 'number' ? words.refused(state.answer) : words[state.answer];
  }
  if (state.status === 'closed') return closedSentence(state);
  return state.status === 'broken' ? words.broken : words.states[state.status];
}

function closedSentence({ goodbye, wasCut }: Extract<WindowState, { status: 'closed' }>): string {
  if (wasCut) return words.cutByYou;
  if (goodbye === null) return words.lost;
  return goodbye.code === CLOSE_CODE.noStatusReceived
    ? words.noCode
    : words.closed(goodbye.code, goodbye.reason);
}
