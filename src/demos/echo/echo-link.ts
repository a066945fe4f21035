// The connection of the echo to the site's own server: opened when it is wanted, given up when nothing comes.
import { parseSighting, WITNESS_SUBPROTOCOL, type Exchange } from './exchange.ts';

/** Milliseconds for a handshake, then for an echo: more, in a room, is a dead figure. */
const PATIENCE = 4_000;

export type LinkHandlers = {
  opened(): void;
  exchanged(exchange: Exchange): void;
  /** The connection could not be made, or is lost; not called after `close()`. `unanswered`: the message on its way. */
  failed(wasOpen: boolean, unanswered: string | null): void;
};

/**
 * idle ──connect()──► connecting ──open──► open ──send()──► waiting ──echo, sighting──► open
 *   ▲                     └────────────────┴── error, close, silence ──► idle, `failed`
 *   └──close()── any
 */
export class EchoLink {
  readonly #handlers: LinkHandlers;
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was sent and has not come back, or has not been told yet. */
  #waiting: { readonly text: string; echoed: boolean } | null = null;

  constructor(handlers: LinkHandlers) {
    this.#handlers = handlers;
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  get isIdle(): boolean {
    return this.#socket === null;
  }

  get isWaiting(): boolean {
    return this.#waiting !== null;
  }

  connect(): void {
    if (this.#socket !== null) return;
    const { protocol, host } = window.location;
    const url = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws/echo`;
    const socket = new WebSocket(url, WITNESS_SUBPROTOCOL);
    this.#socket = socket;
    this.#expect();
    socket.onopen = () => {
      clearTimeout(this.#timer);
      // An echo without a witness would show nothing.
      if (socket.protocol !== WITNESS_SUBPROTOCOL) this.#fail(false);
      else this.#handlers.opened();
    };
    socket.onmessage = ({ data }) => {
      this.#read(data);
    };
    let wasOpen = false;
    socket.addEventListener('open', () => {
      wasOpen = true;
    });
    socket.onclose = () => {
      this.#fail(wasOpen);
    };
  }

  /** To be called when it is open and not waiting. */
  send(text: string): void {
    this.#waiting = { text, echoed: false };
    this.#expect();
    this.#socket?.send(text);
  }

  close(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    this.#waiting = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(1000);
  }

  /** First the echo, then what the server saw. */
  #read(data: unknown): void {
    const waiting = this.#waiting;
    if (waiting === null || typeof data !== 'string') return;
    if (!waiting.echoed) {
      waiting.echoed = data === waiting.text.toWellFormed();
      return;
    }
    const exchange = parseSighting(data);
    if (exchange === null) return;
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#handlers.exchanged(exchange);
  }

  #expect(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#fail(this.isOpen);
    }, PATIENCE);
  }

  #fail(wasOpen: boolean): void {
    const unanswered = this.#waiting?.text ?? null;
    this.close();
    this.#handlers.failed(wasOpen, unanswered);
  }
}
