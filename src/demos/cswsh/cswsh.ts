// `<demo-cswsh>`: a hostile page opens a WebSocket to Alice's bank; the reader sets the defences and sees who stops it.
import { cswsh as words } from '../../i18n/demos/cswsh.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/cswsh.css';
import { DemoElement } from '../kit/demo-element.ts';
import {
  cookieOf,
  originOf,
  outcomeOf,
  PAGES,
  requestHead,
  SAME_SITE,
  sendsCookie,
  statusOf,
  UNDEFENDED,
  type Defences,
} from './attack.ts';

/** Alice logs in, she visits, the request leaves, the server decides. */
const STEPS = 4;

export class DemoCswsh extends DemoElement {
  protected readonly words = words;
  readonly #next = element('button', { type: 'button', class: 'quiet' });
  readonly #head = element('code');
  readonly #answer = element('code');
  #defences: Defences = UNDEFENDED;
  #step = 1;

  protected draw(stage: HTMLElement): void {
    this.#defences = UNDEFENDED;
    this.#next.onclick = () => {
      this.#goTo(this.#step === STEPS ? 1 : this.#step + 1);
    };
    const { settings } = words;
    stage.replaceChildren(
      element(
        'div',
        { class: 'demo-controls' },
        this.#next,
        this.#select(settings.page, PAGES, 'page'),
        this.#select(settings.sameSite, SAME_SITE, 'sameSite'),
        this.#toggle(settings.origin, 'checksOrigin'),
        this.#toggle(settings.ticket, 'wantsTicket'),
      ),
      element(
        'div',
        { class: 'cswsh-panes' },
        pane(words.head, this.#head),
        pane(words.answer, this.#answer),
      ),
    );
    this.#goTo(1);
  }

  #select(name: string, values: readonly string[], setting: 'page' | 'sameSite'): HTMLElement {
    const select = element(
      'select',
      {},
      ...values.map((value) => element('option', { value }, value)),
    );
    select.addEventListener('change', () => {
      this.#set({ [setting]: select.value });
    });
    return element('label', {}, element('span', {}, name), select);
  }

  #toggle(name: string, setting: 'checksOrigin' | 'wantsTicket'): HTMLElement {
    const button = element(
      'button',
      { type: 'button', class: 'quiet', 'aria-pressed': 'false' },
      name,
    );
    button.addEventListener('click', () => {
      button.ariaPressed = String(button.ariaPressed !== 'true');
      this.#set({ [setting]: button.ariaPressed === 'true' });
    });
    return button;
  }

  /** A setting changes what the last step shows: one stays where one was. */
  #set(change: Partial<Defences>): void {
    this.#defences = { ...this.#defences, ...change };
    this.#goTo(this.#step);
  }

  #goTo(step: number): void {
    this.#step = step;
    const isSent = step >= 3;
    this.#head.textContent = isSent ? requestHead(this.#defences) : '…';
    this.#answer.textContent = step >= STEPS ? statusOf(this.#defences) : '…';
    this.#next.textContent = step === STEPS ? words.again : words.next;
    this.say(words.step(step, STEPS, this.#sentence()));
  }

  #sentence(): string {
    const { steps, outcomes } = words;
    const defences = this.#defences;
    switch (this.#step) {
      case 1:
        return steps.login(cookieOf(defences));
      case 2:
        return steps.visit(defences.page);
      case 3:
        return sendsCookie(defences) ? steps.sent : steps.notSent;
      default: {
        const outcome = outcomeOf(defences);
        if (outcome === 'origin') return outcomes.origin(originOf(defences));
        if (outcome !== 'hijacked') return outcomes[outcome];
        const surprise = defences.sameSite === 'None' ? '' : ` ${words.sameSiteWarning}`;
        return `${outcomes.hijacked}${surprise}`;
      }
    }
  }
}

const pane = (name: string, code: HTMLElement): HTMLElement =>
  element(
    'div',
    { role: 'group', 'aria-label': name },
    element('h3', {}, name),
    // Long lines scroll: the keyboard must reach them.
    element('pre', { class: 'demo-head', tabindex: '0' }, code),
  );
