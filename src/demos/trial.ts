// The figure that one tries: ten lines of server, a visitor, and the bytes between them. Loaded at the press of « Essayer ».
import type { SourceLocation } from '../evidence/evidence.ts';
import { demos } from '../i18n/demos.ts';
import { CodeEditor } from '../lab/code-editor.ts';
import { element } from '../lab/element.ts';
import { createSandbox } from '../sandbox/index.ts';
import { decodeUtf8, type Message } from '../wire/index.ts';
import { colourKey, ExchangeView } from './exchange-view.ts';
import { TrialSession, type TrialFailure } from './trial-session.ts';

const words = demos.trial;

/** The virtual Node with the real `ws`. */
const RUNTIME = '/sandbox/runtime-ws.js';

/** Real milliseconds after which a message without an answer is said. */
const ANSWER_PATIENCE = 2_500;
/** A longer answer is cut in the sentence; its bytes are below. */
const SAID_TEXT = 60;
const SHOWN_LINES = 50;
/** Lower than this part of the window, the result would be out of sight. */
const PAGE_PART = 0.6;

/** Puts the figure into `place` and starts what it needs; nothing of the visitor's code runs yet. */
export function openTrial(place: HTMLElement): void {
  if (customElements.get('code-editor') === undefined) {
    customElements.define('code-editor', CodeEditor);
  }
  new Trial().show(place);
}

/** idle ──run()──► a session ──run()──► another … */
class Trial {
  readonly #sandbox = createSandbox({ document, runtime: fetchRuntime });
  readonly #editor = new CodeEditor();
  readonly #run = element('button', { type: 'button', class: 'run' }, words.run);
  readonly #input = element('input', { name: 'message', value: words.first, autocomplete: 'off' });
  readonly #send = element('button', { class: 'quiet' }, words.send);
  readonly #status = element('p', { class: 'trial-status', role: 'status' }, words.waiting);
  readonly #failure = element('div', { class: 'trial-failure' });
  readonly #console = element('ul', { class: 'trial-console', 'aria-label': words.console });
  readonly #exchange = new ExchangeView();
  #session: TrialSession | null = null;
  /** What was sent last, until it is answered. */
  #asked: string | null = null;
  #silence: ReturnType<typeof setTimeout> | null = null;

  show(place: HTMLElement): void {
    this.#failure.hidden = true;
    this.#console.hidden = true;
    this.#send.disabled = true;
    this.#run.addEventListener('click', () => {
      this.#start();
    });
    this.#editor.addEventListener('code-run', () => {
      this.#start();
    });
    place.replaceChildren(this.#serverPane(), this.#visitorPane());
    // Without the editor the program is there to read, and it runs.
    this.#editor.open({ path: words.file, text: words.code }).catch(() => undefined);
    // A sandbox that cannot start says so at the run.
    this.#sandbox.prepare().catch(() => undefined);
    place.scrollIntoView({ block: 'start' });
    this.#run.focus({ preventScroll: true });
  }

  #serverPane(): HTMLElement {
    return element(
      'section',
      { class: 'trial-pane', 'aria-label': words.server },
      element(
        'div',
        { class: 'trial-bar' },
        element('h2', {}, words.server),
        element('code', { class: 'trial-file' }, words.file),
        this.#run,
      ),
      this.#editor,
      this.#console,
    );
  }

  #visitorPane(): HTMLElement {
    const label = element(
      'label',
      { class: 'visually-hidden', for: 'trial-message' },
      words.message,
    );
    this.#input.id = 'trial-message';
    const form = element('form', { class: 'trial-form' }, label, this.#input, this.#send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#session?.isOpen === true) this.#say();
      else this.#start();
    });
    return element(
      'section',
      { class: 'trial-pane', 'aria-label': words.visitor },
      element('div', { class: 'trial-bar' }, element('h2', {}, words.visitor), form),
      this.#status,
      this.#failure,
      this.#exchange.element,
      colourKey(),
    );
  }

  #start(): void {
    if (this.#run.ariaDisabled === 'true') return;
    this.#session?.stop();
    this.#stopWaiting();
    this.#exchange.clear();
    this.#failure.hidden = true;
    this.#console.replaceChildren();
    this.#console.hidden = true;
    this.#send.disabled = true;
    this.#run.ariaDisabled = 'true';
    this.#run.textContent = words.running;
    this.#status.textContent = words.status.starting;
    const session: TrialSession = new TrialSession(words.file, {
      opened: () => {
        this.#settle();
        this.#send.disabled = false;
        this.#say();
      },
      message: (message) => {
        this.#hear(message);
      },
      wire: (event) => {
        this.#exchange.push(event);
      },
      console: (lines) => {
        this.#console.hidden = false;
        this.#console.append(
          ...lines.map(({ text }) => element('li', {}, element('code', {}, text))),
        );
        while (this.#console.children.length > SHOWN_LINES) this.#console.firstChild?.remove();
      },
      failed: (failure) => {
        this.#settle();
        this.#fail(failure);
      },
    });
    this.#session = session;
    void session.start(this.#sandbox, this.#editor.text);
  }

  /** The start is over, whatever it gave: on a phone, what it gave is further down. */
  #settle(): void {
    const { top } = this.#status.getBoundingClientRect();
    if (top > PAGE_PART * innerHeight) this.#status.scrollIntoView({ block: 'start' });
    this.#run.ariaDisabled = null;
    this.#run.textContent = words.run;
  }

  #say(): void {
    this.#asked = this.#input.value;
    this.#status.textContent = words.status.sent;
    this.#stopWaiting();
    this.#silence = setTimeout(() => {
      this.#status.textContent = words.status.silent;
    }, ANSWER_PATIENCE);
    this.#session?.send(this.#asked);
  }

  #hear(message: Message): void {
    this.#stopWaiting();
    const text = textOf(message);
    const said = text === null || text.length <= SAID_TEXT ? text : `${text.slice(0, SAID_TEXT)}…`;
    if (said === null) this.#status.textContent = words.status.answeredBytes;
    else if (text === this.#asked) this.#status.textContent = words.status.echoed(said);
    else this.#status.textContent = words.status.answered(said);
  }

  #fail({ message, hint, location }: TrialFailure): void {
    this.#stopWaiting();
    this.#send.disabled = true;
    this.#status.textContent = message;
    const link = location === null ? null : this.#lineLink(location);
    this.#failure.replaceChildren();
    if (hint !== null) this.#failure.append(element('p', {}, hint));
    if (link !== null) this.#failure.append(link);
    this.#failure.hidden = hint === null && link === null;
  }

  #lineLink({ line, column }: SourceLocation): HTMLElement {
    const link = element('button', { type: 'button', class: 'place' }, words.line(line));
    link.addEventListener('click', () => {
      this.#editor.goTo(line, column);
    });
    return link;
  }

  #stopWaiting(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = null;
  }
}

/** What a server that echoes the bytes of a text sends back is that text, whatever the frame's opcode. */
function textOf(message: Message): string | null {
  if (message.kind === 'text') return message.data;
  try {
    return decodeUtf8(message.data);
  } catch {
    return null;
  }
}

async function fetchRuntime(): Promise<string> {
  const response = await fetch(RUNTIME);
  if (!response.ok) throw new Error(`${RUNTIME}: ${response.status}`);
  return response.text();
}
