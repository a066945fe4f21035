// The class itself, by the steps of the WebSockets Standard: what it throws, when it fires, what it counts.
import { encodeUtf8, type Message } from '../wire/index.ts';
import { readCloseArguments } from './close-arguments.ts';
import { Connection, type ConnectionEnd } from './connection.ts';
import { EventHandlers } from './event-handlers.ts';
import type { WebSocketHost } from './host.ts';
import { toUsvString } from './usv-string.ts';
import { checkProtocols, convertProtocols, readUrl } from './web-socket-url.ts';

export type WebSocketClass = typeof WebSocket;

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;
const CONSTANTS = { CONNECTING, OPEN, CLOSING, CLOSED } as const;
const BINARY_TYPES: ReadonlySet<unknown> = new Set(['blob', 'arraybuffer']);
const NO_EXTENSION = '';
const HANDLED = ['open', 'error', 'close', 'message'] as const;

/**
 *   CONNECTING ──101──► OPEN ──close() or Close received──► CLOSING ──TCP ends──► CLOSED
 *        └──── close(), or a failure ────────────────────────► CLOSING ───────────► CLOSED
 *
 * `host` is shared by all the sockets of a page.
 */
export function createWebSocketClass(host: WebSocketHost): WebSocketClass {
  class WebSocket extends EventTarget {
    readonly #url: URL;
    readonly #connection: Connection;
    readonly #handlers = new EventHandlers(this);
    #readyState: 0 | 1 | 2 | 3 = CONNECTING;
    #protocol = '';
    #bufferedAmount = 0;
    #binaryType: BinaryType = 'blob';

    constructor(...given: readonly unknown[]) {
      super();
      if (given.length === 0) {
        throw new TypeError("Failed to construct 'WebSocket': 1 argument required.");
      }
      const [url, protocols = []] = given;
      // Web IDL converts each argument before the first of the steps.
      const address = toUsvString(url);
      const asked = convertProtocols(protocols);
      this.#url = readUrl(address, host.baseUrl);
      checkProtocols(asked);
      this.#connection = new Connection(host, this.#url, asked, {
        opened: (protocol) => {
          this.#queue(() => {
            this.#open(protocol);
          });
        },
        message: (message) => {
          this.#queue(() => {
            this.#deliver(message);
          });
        },
        closing: () => {
          this.#queue(() => {
            if (this.#readyState === OPEN) this.#readyState = CLOSING;
          });
        },
        ended: (end) => {
          this.#queue(() => {
            this.#end(end);
          });
        },
      });
    }

    get url(): string {
      return this.#url.href;
    }

    get readyState(): number {
      return this.#readyState;
    }

    get bufferedAmount(): number {
      return this.#bufferedAmount;
    }

    /** None is ever agreed on here. */
    get extensions(): string {
      return NO_EXTENSION;
    }

    get protocol(): string {
      return this.#protocol;
    }

    get binaryType(): BinaryType {
      return this.#binaryType;
    }

    /** As for each enumeration of Web IDL, another value changes nothing. */
    set binaryType(given: BinaryType) {
      if (BINARY_TYPES.has(given)) this.#binaryType = given;
    }

    send(...given: readonly unknown[]): void {
      if (given.length === 0) {
        throw new TypeError("Failed to execute 'send' on 'WebSocket': 1 argument required.");
      }
      if (this.#readyState === CONNECTING) {
        throw new DOMException(
          "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.",
          'InvalidStateError',
        );
      }
      const payload = payloadOf(given[0]);
      this.#bufferedAmount += payload.size;
      // What is sent too late, or lost with the connection, is counted for ever (WHATWG WebSockets §3.1).
      if (this.#readyState === OPEN) this.#sendInOrder(payload);
    }

    close(code?: unknown, reason?: unknown): void {
      const asked = readCloseArguments(code, reason);
      if (this.#readyState === CLOSING || this.#readyState === CLOSED) return;
      this.#readyState = CLOSING;
      const { code: number, reason: text } = asked;
      this.#sending = this.#sending.then(() => {
        this.#connection.close(number, text);
      });
    }

    /** Blobs are read one after the other: what was sent first leaves first. */
    #sending: Promise<void> = Promise.resolve();

    #sendInOrder({ size, read }: Payload): void {
      this.#sending = this.#sending.then(async () => {
        const data = await read();
        void this.#connection.send(data).then((isTaken) => {
          if (!isTaken) return;
          this.#queue(() => {
            this.#bufferedAmount -= size;
          });
        });
      });
    }

    #open(protocol: string): void {
      if (this.#readyState !== CONNECTING) return;
      this.#readyState = OPEN;
      this.#protocol = protocol;
      this.dispatchEvent(new Event('open'));
    }

    #deliver(message: Message): void {
      if (this.#readyState !== OPEN) return;
      const origin = `${this.#url.protocol}//${this.#url.host}`;
      const data = message.kind === 'text' ? message.data : this.#wrap(message.data);
      this.dispatchEvent(new MessageEvent('message', { data, origin }));
    }

    #wrap(bytes: Uint8Array): Blob | ArrayBuffer {
      const copy = new Uint8Array(bytes);
      return this.#binaryType === 'blob' ? new Blob([copy]) : copy.buffer;
    }

    #end({ failed, code, reason, wasClean }: ConnectionEnd): void {
      this.#readyState = CLOSED;
      if (failed) this.dispatchEvent(new Event('error'));
      this.dispatchEvent(new CloseEvent('close', { code, reason, wasClean }));
    }

    #queue(task: () => void): void {
      host.queueTask(task);
    }

    static {
      for (const type of HANDLED) {
        Object.defineProperty(this.prototype, `on${type}`, {
          get(this: WebSocket) {
            return this.#handlers.get(type);
          },
          set(this: WebSocket, handler: unknown) {
            this.#handlers.set(type, handler);
          },
          enumerable: true,
          configurable: true,
        });
      }
      for (const [name, value] of Object.entries(CONSTANTS)) {
        for (const place of [this, this.prototype]) {
          Object.defineProperty(place, name, { value, enumerable: true });
        }
      }
      Object.defineProperty(this.prototype, Symbol.toStringTag, {
        value: 'WebSocket',
        configurable: true,
      });
    }
  }
  // The members that `static` adds are not seen by the compiler.
  return WebSocket as unknown as WebSocketClass;
}

/** What `send` was given: its size now, its bytes when its turn comes. */
type Payload = {
  readonly size: number;
  readonly read: () => Promise<string | Uint8Array>;
};

/** A copy is taken now: what the page writes into its buffer afterwards is not sent. */
function payloadOf(given: unknown): Payload {
  if (given instanceof Blob) {
    return { size: given.size, read: async () => new Uint8Array(await given.arrayBuffer()) };
  }
  const bytes = bytesOf(given);
  if (bytes !== null) return { size: bytes.length, read: () => Promise.resolve(bytes) };
  const text = toUsvString(given);
  return { size: encodeUtf8(text).length, read: () => Promise.resolve(text) };
}

function bytesOf(given: unknown): Uint8Array | null {
  if (given instanceof ArrayBuffer) return new Uint8Array(given.slice(0));
  if (!ArrayBuffer.isView(given)) return null;
  return new Uint8Array(given.buffer, given.byteOffset, given.byteLength).slice();
}
