// One WebSocket connection of a client, from the request to the end of TCP: bytes on one side, four happenings on the other.
import type { ByteStream } from '../mux/byte-stream.ts';
import {
  checkUpgradeResponse,
  CLOSE_CODE,
  createUpgradeRequest,
  encodeHandshakeKey,
  encodeLatin1,
  HeadReader,
  MASKING_KEY_SIZE,
  NONCE_SIZE,
  parseResponseHead,
  ProtocolError,
  Receiver,
  Sender,
  serialiseRequestHead,
  type Message,
  type ReceiverEvent,
} from '../wire/index.ts';
import type { WebSocketHost } from './host.ts';
import { addressOf } from './web-socket-url.ts';

/** In bytes: no browser gives up before, and no page here needs more. */
const MAX_MESSAGE = 64 * 1024 * 1024;

/** In milliseconds, as Chromium has them: how long the peer may take to answer our Close, then to end TCP, heard or not. */
const CLOSE_PATIENCE = 10_000;
const END_PATIENCE = 2000;

export type ConnectionEnd = {
  /** Whether the `error` event comes before `close`. */
  readonly failed: boolean;
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
};

export type ConnectionHandlers = {
  opened(protocol: string): void;
  message(message: Message): void;
  /** A Close frame has passed, in either direction: nothing more may be sent. */
  closing(): void;
  /** Called once, last. */
  ended(end: ConnectionEnd): void;
};

/**
 *   connecting ── 101 ──► open ── Close sent ──► closing ── Close received ──► draining ── TCP ends ──► ended
 *       │                  └───── Close received, and answered ────────────────────┘
 *       └── from each, `fail()` or the end of TCP leads to ended: 1006
 */
export class Connection {
  readonly #host: WebSocketHost;
  readonly #handlers: ConnectionHandlers;
  readonly #protocols: readonly string[];
  readonly #key: string;
  readonly #sender: Sender;
  readonly #receiver = new Receiver({
    role: 'client',
    maxFramePayload: MAX_MESSAGE,
    maxMessagePayload: MAX_MESSAGE,
  });
  #state: 'connecting' | 'open' | 'closing' | 'draining' | 'ended' = 'connecting';
  #writer: WritableStreamDefaultWriter<Uint8Array> | null = null;
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  #closed: { readonly code: number; readonly reason: string } | null = null;
  #forgetDeadline: () => void = () => undefined;

  /** Starts the opening handshake; every handler is called later. */
  constructor(
    host: WebSocketHost,
    url: URL,
    protocols: readonly string[],
    handlers: ConnectionHandlers,
  ) {
    this.#host = host;
    this.#protocols = protocols;
    this.#handlers = handlers;
    this.#key = encodeHandshakeKey(host.randomBytes(NONCE_SIZE));
    this.#sender = new Sender({
      role: 'client',
      nextMaskingKey: () => host.randomBytes(MASKING_KEY_SIZE),
    });
    void this.#run(url);
  }

  /** Resolves with true once the bytes have been taken: `bufferedAmount` falls then. False: they never will be. Rejects never. */
  async send(data: string | Uint8Array): Promise<boolean> {
    if (this.#state !== 'open') return false;
    const frame = typeof data === 'string' ? this.#sender.text(data) : this.#sender.binary(data);
    return this.#write(frame);
  }

  /** Starts the closing handshake, or gives up a connection that is not open yet. */
  close(code: number | null, reason: string): void {
    if (this.#state === 'connecting') {
      this.#fail(null);
      return;
    }
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    void this.#write(this.#sender.close(code, reason));
    this.#handlers.closing();
    this.#setDeadline(CLOSE_PATIENCE);
  }

  async #run(url: URL): Promise<void> {
    try {
      const stream = await this.#host.connect(addressOf(url));
      if (this.#isOver()) {
        abandon(stream);
        return;
      }
      this.#writer = stream.writable.getWriter();
      this.#writer.closed.catch(() => undefined);
      this.#reader = stream.readable.getReader();
      void this.#write(this.#request(url));
      await this.#read(this.#reader);
    } catch (error) {
      // A rule that the peer broke; else a connection that was refused or reset, which is an end like another.
      if (error instanceof ProtocolError) this.#fail(error);
      else this.#endOfStream();
    }
    if (this.#reader !== null) await drain(this.#reader);
    this.#forgetDeadline();
  }

  #request(url: URL): Uint8Array {
    return encodeLatin1(
      serialiseRequestHead(
        createUpgradeRequest({
          host: url.host,
          target: `${url.pathname}${url.search}`,
          key: this.#key,
          origin: this.#host.origin,
          subprotocols: this.#protocols,
        }),
      ),
    );
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const head = new HeadReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (this.#isOver()) return;
      if (done) {
        this.#endOfStream();
        return;
      }
      let frames: Uint8Array = value;
      if (this.#state === 'connecting') {
        const read = head.push(value);
        if (read === null) continue;
        this.#open(read.text);
        frames = read.rest;
      }
      for (const event of this.#receiver.push(frames)) this.#receive(event);
    }
  }

  /** @throws {ProtocolError} the rule that the response breaks. */
  #open(text: string): void {
    const { subprotocol, extensions } = checkUpgradeResponse(parseResponseHead(text), {
      key: this.#key,
      subprotocols: this.#protocols,
    });
    // Stricter than the RFC: a page that asked for a subprotocol gets one (WHATWG WebSockets §2.2).
    if (this.#protocols.length > 0 && subprotocol === null) {
      throw new ProtocolError('subprotocol-not-offered', 'none');
    }
    if (extensions.length > 0) throw new ProtocolError('extension-not-offered');
    this.#state = 'open';
    this.#handlers.opened(subprotocol ?? '');
  }

  #receive(event: ReceiverEvent): void {
    switch (event.type) {
      case 'message':
        // After our own Close the standard drops what still comes.
        if (this.#state === 'open') this.#handlers.message(event);
        return;
      case 'ping':
        if (this.#state === 'open') void this.#write(this.#sender.pong(event.payload));
        return;
      case 'close':
        this.#receiveClose(event.code, event.reason);
        return;
      case 'failure':
        this.#fail(event.error);
        return;
      case 'frame':
      case 'pong':
    }
  }

  #receiveClose(code: number, reason: string): void {
    this.#closed = { code, reason };
    if (this.#state === 'open') {
      this.#handlers.closing();
      void this.#write(this.#sender.close(code === CLOSE_CODE.noStatusReceived ? null : code));
    }
    this.#state = 'draining';
    // The server ends TCP first; a client waits, but not for ever (RFC 6455 §7.1.1).
    this.#setDeadline(END_PATIENCE);
  }

  #endOfStream(): void {
    if (this.#closed === null) this.#end({ ...LOST, failed: this.#state === 'connecting' });
    else this.#end({ failed: false, wasClean: true, ...this.#closed });
  }

  #setDeadline(milliseconds: number): void {
    this.#forgetDeadline();
    this.#forgetDeadline = this.#host.after(milliseconds, () => {
      this.#endOfStream();
    });
  }

  /** _Fail the WebSocket connection_ (RFC 6455 §7.1.7): the page is told no more than 1006. */
  #fail(error: ProtocolError | null): void {
    if (this.#isOver()) return;
    const wasOpen = this.#state === 'open';
    if (wasOpen) this.#handlers.closing();
    const code = error?.closeCode ?? null;
    if (wasOpen && code !== null) void this.#write(this.#sender.close(code));
    this.#end({ ...LOST, failed: true });
  }

  #end(end: ConnectionEnd): void {
    if (this.#isOver()) return;
    this.#state = 'ended';
    this.#hangUp();
    this.#handlers.ended(end);
  }

  /** FIN, behind what was written: a reset would overtake our Close. What still comes is read and dropped, for a time. */
  #hangUp(): void {
    this.#forgetDeadline();
    this.#writer?.close().catch(() => undefined);
    const reader = this.#reader;
    if (reader === null) return;
    this.#forgetDeadline = this.#host.after(END_PATIENCE, () => {
      reader.cancel().catch(() => undefined);
    });
  }

  async #write(bytes: Uint8Array): Promise<boolean> {
    try {
      await this.#writer?.write(bytes);
      return true;
    } catch {
      // The reader sees the same end, and says it.
      return false;
    }
  }

  /** A method, since the state changes while something is awaited. */
  #isOver(): boolean {
    return this.#state === 'ended';
  }
}

const LOST = { code: CLOSE_CODE.abnormalClosure, reason: '', wasClean: false } as const;

/** Reads to the end, whatever it is. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // A reset is an end as well.
  }
}

function abandon(stream: ByteStream): void {
  stream.readable.cancel().catch(() => undefined);
  stream.writable.abort().catch(() => undefined);
}
