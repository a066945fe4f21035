// Ends the WebSocket that a student's page opens in its frame, and carries its messages on the browser's own: frames on one side, a real connection on the other.
import type { ByteStream } from '../../mux/index.ts';
import {
  acceptUpgrade,
  encodeLatin1,
  examineUpgradeRequest,
  HeadReader,
  parseRequestHead,
  ProtocolError,
  Receiver,
  refuseUpgrade,
  Sender,
  serialiseResponseHead,
  type ReceiverEvent,
  type ResponseHead,
} from '../../wire/index.ts';

export type PageSocketHost = {
  /** The browser's own `WebSocket`, to the student's server; `target` is what the page asked for: `/chat`. May throw. */
  connect(target: string, subprotocols: readonly string[]): WebSocket;
  wait(milliseconds: number, callback: () => void): void;
  /** The server has accepted. */
  opened(): void;
  /** A text from the server, before the page has it. */
  heard(text: string): void;
  /** Called once, last. `wasOpen`: the handshake had succeeded. */
  closed(code: number, wasOpen: boolean): void;
};

/** In bytes: the most that one message may have, as in the page's own `WebSocket`. */
const MAX_MESSAGE = 64 * 1024 * 1024;
/** In bytes: beyond, the page waits for the network, and a page that does not read its messages is cut. */
const HIGH_WATER = { toServer: 1024 * 1024, toPage: 16 * 1024 * 1024 } as const;
/** Milliseconds between two looks at `bufferedAmount`, of whose fall no event tells. */
const LOOK_AGAIN = 50;
/** What a page may close with (WHATWG WebSockets §3.1). */
const isPageCode = (code: number): boolean => code === 1000 || (code >= 3000 && code <= 4999);

/**
 *   asking ──its request──► connecting ──open──► open ──Close, close()──► closing ──► over
 *      └──no handshake──────────┴──refused, cut, the page is gone──────────────────────┘
 */
export class PageSocket {
  /** What the page's connection is joined to. */
  readonly stream: ByteStream;
  readonly #host: PageSocketHost;
  readonly #head = new HeadReader();
  readonly #sender = new Sender({ role: 'server' });
  readonly #receiver = new Receiver({
    role: 'server',
    maxFramePayload: MAX_MESSAGE,
    maxMessagePayload: MAX_MESSAGE,
  });
  #state: 'asking' | 'connecting' | 'open' | 'closing' | 'over' = 'asking';
  #native: WebSocket | null = null;
  #toPage: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(host: PageSocketHost) {
    this.#host = host;
    const gone = (): void => {
      this.#leave();
    };
    this.stream = {
      readable: new ReadableStream<Uint8Array>(
        {
          start: (controller) => {
            this.#toPage = controller;
          },
          cancel: gone,
        },
        new ByteLengthQueuingStrategy({ highWaterMark: HIGH_WATER.toPage }),
      ),
      writable: new WritableStream<Uint8Array>({
        write: (chunk) => this.#read(chunk),
        close: gone,
        abort: gone,
      }),
    };
  }

  async #read(chunk: Uint8Array): Promise<void> {
    if (this.#state === 'asking') this.#ask(chunk);
    else if (this.#state === 'open') {
      for (const event of this.#receiver.push(chunk)) this.#receive(event);
    }
    const native = this.#native;
    while (native !== null && native.bufferedAmount > HIGH_WATER.toServer) {
      if (native.readyState !== native.OPEN) return;
      await new Promise<void>((resolve) => {
        this.#host.wait(LOOK_AGAIN, resolve);
      });
    }
  }

  /** A client sends nothing after its request before it is answered (RFC 6455 §4.1). */
  #ask(chunk: Uint8Array): void {
    try {
      const head = this.#head.push(chunk);
      if (head === null) return;
      const verdict = examineUpgradeRequest(parseRequestHead(head.text));
      if (!verdict.valid) {
        this.#refuse(refuseUpgrade(verdict.refusal));
        return;
      }
      const { key, target, subprotocols } = verdict.request;
      this.#state = 'connecting';
      this.#follow(this.#host.connect(target, subprotocols), key);
    } catch {
      // No request, or an address that the browser itself refuses.
      this.#refuse(refuseUpgrade({ status: 400, fields: [] }));
    }
  }

  #follow(native: WebSocket, key: string): void {
    this.#native = native;
    native.binaryType = 'arraybuffer';
    let wasOpen = false;
    let hasFailed = false;
    native.addEventListener('open', () => {
      wasOpen = true;
      if (this.#state !== 'connecting') return;
      this.#state = 'open';
      const subprotocol = native.protocol === '' ? null : native.protocol;
      this.#answer(acceptUpgrade({ key, subprotocol }));
      this.#host.opened();
    });
    native.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      this.#deliver(data);
    });
    native.addEventListener('error', () => {
      hasFailed = true;
    });
    native.addEventListener('close', ({ code, reason, wasClean }) => {
      if (!wasOpen) this.#refuse(refuseUpgrade({ status: 502, fields: [] }));
      else if (wasClean) this.#end(code, reason);
      else this.#cut(hasFailed);
      this.#host.closed(code, wasOpen);
    });
  }

  #receive(event: ReceiverEvent): void {
    switch (event.type) {
      case 'message':
        // A view of bytes that are the assembler's: `send` copies them.
        this.#native?.send(event.kind === 'text' ? event.data : event.data.slice());
        break;
      case 'ping':
        this.#enqueue(this.#sender.pong(event.payload));
        break;
      case 'close':
        this.#state = 'closing';
        if (isPageCode(event.code)) this.#native?.close(event.code, event.reason);
        else this.#native?.close();
        break;
      case 'failure':
        this.#leave();
        break;
      case 'frame':
      case 'pong':
    }
  }

  #deliver(data: string | ArrayBuffer): void {
    if (this.#state !== 'open') return;
    if (typeof data === 'string') this.#host.heard(data);
    this.#enqueue(
      typeof data === 'string'
        ? this.#sender.text(data)
        : this.#sender.binary(new Uint8Array(data)),
    );
    // The browser's WebSocket cannot be asked to wait: a page that does not read would fill the memory.
    if ((this.#toPage?.desiredSize ?? 0) <= 0) this.#native?.close();
  }

  #refuse(head: ResponseHead): void {
    if (this.#state === 'over') return;
    this.#answer(head);
    this.#finish();
  }

  /** The server's Close, or its answer to the page's, as it came. */
  #end(code: number, reason: string): void {
    if (this.#state === 'over') return;
    try {
      this.#enqueue(this.#sender.close(code === 1005 ? null : code, reason));
    } catch (error) {
      // A code that no Close frame holds: the page is told of a cut.
      if (!(error instanceof ProtocolError)) throw error;
    }
    this.#finish();
  }

  /** Without a Close frame the page's WebSocket closes with 1006, after an `error` if the browser's own had one. */
  #cut(hasFailed: boolean): void {
    if (this.#state === 'over') return;
    if (!hasFailed) {
      this.#finish();
      return;
    }
    this.#state = 'over';
    this.#toPage?.error(new Error('The connection was cut'));
  }

  /** The page is gone, or wants no more. */
  #leave(): void {
    this.#native?.close();
    if (this.#state !== 'over') this.#finish();
  }

  #finish(): void {
    this.#state = 'over';
    try {
      this.#toPage?.close();
    } catch {
      // The page has given it up first.
    }
  }

  #answer(head: ResponseHead): void {
    this.#enqueue(encodeLatin1(serialiseResponseHead(head)));
  }

  #enqueue(bytes: Uint8Array): void {
    this.#toPage?.enqueue(bytes);
  }
}
