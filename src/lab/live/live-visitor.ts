// `<live-visitor>`: a client of the student's server made of nothing but the browser's own WebSocket.
import { liveWords } from '../../i18n/live.ts';
import { parseLivePath } from '../../live/index.ts';
import { element, find } from '../element.ts';
import { closeMeaning } from './close-meaning.ts';

/** Real milliseconds without an answer after which the silence is explained. */
const SILENCE = 2_000;
/** Messages kept on the page, and bytes of a binary one that are shown. */
const KEPT_MESSAGES = 200;
const SHOWN_BYTES = 64;

const words = liveWords.page;

//   connecting ──101 accepted──► open ──close()──► closing ──► closed
//        └───────────────refused, cut───────────────────────────┘
export class LiveVisitor extends HTMLElement {
  #socket: WebSocket | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const path = parseLivePath(location.pathname + location.search);
    if (path === null) {
      this.#say('closed', words.noCode);
      return;
    }
    find(this, '[data-target]', HTMLElement).textContent = path.target;
    this.#wireForms();
    this.#connect([]);
  }

  #wireForms(): void {
    find(this, '[data-send]', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    find(this, '[data-connect]', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      const { value } = find(this, '[data-protocols]', HTMLInputElement);
      const protocols = value.split(',').map((name) => name.trim());
      this.#connect(protocols.filter((name) => name !== ''));
    });
    find(this, '[data-disconnect]', HTMLElement).addEventListener('click', () => {
      this.#socket?.close(1000);
      if (this.#socket?.readyState === WebSocket.CLOSING)
        this.#say('closing', words.status.closing);
    });
  }

  #connect(protocols: readonly string[]): void {
    this.#leave();
    find(this, '[data-silent]', HTMLElement).textContent = '';
    const hint = find(this, '[data-protocols-hint]', HTMLElement);
    hint.textContent = words.protocolsHint;
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const address = `${scheme}://${location.host}${location.pathname}${location.search}`;
    let socket: WebSocket;
    try {
      socket = new WebSocket(address, [...protocols]);
    } catch {
      // SyntaxError: a name that is no token, or the same one twice (WHATWG WebSockets §3.1).
      hint.textContent = words.badProtocols;
      this.#say('closed', words.badProtocols);
      return;
    }
    this.#socket = socket;
    this.#say('connecting', words.status.connecting);
    this.#follow(socket);
  }

  /** Forgets the connection before: what it still says is not shown. */
  #leave(): void {
    clearTimeout(this.#silence);
    const before = this.#socket;
    this.#socket = null;
    before?.close();
  }

  #follow(socket: WebSocket): void {
    socket.binaryType = 'arraybuffer';
    let wasOpen = false;
    const isOurs = (): boolean => this.#socket === socket;
    socket.addEventListener('open', () => {
      if (!isOurs()) return;
      wasOpen = true;
      const { protocol } = socket;
      const status = protocol === '' ? words.status.open : words.status.openWith(protocol);
      this.#say('open', status, words.accepted);
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (!isOurs()) return;
      clearTimeout(this.#silence);
      find(this, '[data-silent]', HTMLElement).textContent = '';
      this.#list('server', typeof data === 'string' ? data : describeBytes(data));
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (!isOurs()) return;
      clearTimeout(this.#silence);
      const given = reason === '' ? [] : [words.reason(reason)];
      const meaning = [closeMeaning(code, wasOpen), ...given].join(' ');
      const status = wasOpen ? words.status.closed(code) : words.status.refused;
      this.#say(wasOpen ? 'closed' : 'refused', status, meaning);
    });
  }

  #send(): void {
    const field = find(this, '[data-message]', HTMLInputElement);
    const silent = find(this, '[data-silent]', HTMLElement);
    silent.textContent = '';
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      silent.textContent = words.notOpen;
      return;
    }
    this.#socket.send(field.value);
    this.#list('you', field.value);
    field.value = '';
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      silent.textContent = words.silent;
    }, SILENCE);
  }

  #list(who: 'you' | 'server', text: string): void {
    find(this, '[data-none]', HTMLElement).hidden = true;
    const list = find(this, '[data-messages]', HTMLElement);
    const now = new Date();
    list.append(
      element(
        'li',
        { class: 'visitor-message', 'data-who': who },
        element('span', { class: 'visitor-who' }, words[who]),
        element('span', { class: 'visitor-text' }, text),
        element('time', { datetime: now.toISOString() }, now.toLocaleTimeString('fr-FR')),
      ),
    );
    while (list.childElementCount > KEPT_MESSAGES) list.firstElementChild?.remove();
  }

  #say(state: string, status: string, meaning = ''): void {
    this.dataset.state = state;
    find(this, '[data-disconnect]', HTMLElement).hidden = state !== 'open';
    find(this, '[role=status]', HTMLElement).textContent = status;
    find(this, '[data-meaning]', HTMLElement).textContent = meaning;
  }
}

function describeBytes(data: ArrayBuffer): string {
  const shown = [...new Uint8Array(data.slice(0, SHOWN_BYTES))];
  const hex = shown.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return words.binary(data.byteLength, data.byteLength > SHOWN_BYTES ? `${hex} …` : hex);
}
