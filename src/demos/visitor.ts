// A visitor of a student's server: the opening handshake, then masked frames, over a byte stream (RFC 6455 §4.1, §5).
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
import type { ByteStream } from '../mux/index.ts';

/** How a visit ends, by no will of ours. */
export type VisitEnding =
  | { readonly why: 'refused'; readonly status: number }
  | { readonly why: 'bad-handshake' | 'bad-frame'; readonly error: ProtocolError }
  | { readonly why: 'closed'; readonly code: number }
  | { readonly why: 'cut' };

export type VisitorHandlers = {
  /** The server answered 101: `send` may be called. */
  opened(): void;
  message(message: Message): void;
  /** Called once, last. */
  ended(ending: VisitEnding): void;
  /** Every byte, as it passes; `sent` by the server. */
  bytes(direction: 'received' | 'sent', bytes: Uint8Array): void;
};

/** opening ──101──► open ──close, cut, broken rule──► ended */
export class Visitor {
  readonly #handlers: VisitorHandlers;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #sender = new Sender({ role: 'client', nextMaskingKey: () => random(MASKING_KEY_SIZE) });
  readonly #receiver = new Receiver({ role: 'client' });
  readonly #head = new HeadReader();
  readonly #key = encodeHandshakeKey(random(NONCE_SIZE));
  #state: 'opening' | 'open' | 'ended' = 'opening';

  /** Begins the opening handshake at once. */
  constructor(stream: ByteStream, host: string, handlers: VisitorHandlers) {
    this.#handlers = handlers;
    this.#writer = stream.writable.getWriter();
    this.#reader = stream.readable.getReader();
    const request = createUpgradeRequest({ host, target: '/', key: this.#key });
    this.#write(encodeLatin1(serialiseRequestHead(request)));
    void this.#read();
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Does nothing unless the visit is open. */
  send(text: string): void {
    if (this.#state === 'open') this.#write(this.#sender.text(text));
  }

  /** Goes; `ended` is not called. A half-close, since a reset would be an error of the server's socket. */
  leave(): void {
    if (this.#isOver()) return;
    this.#state = 'ended';
    this.#writer.close().catch(() => undefined);
  }

  #write(bytes: Uint8Array): void {
    this.#handlers.bytes('received', bytes);
    // A write that fails is an end that the reader sees too.
    this.#writer.write(bytes).catch(() => undefined);
  }

  async #read(): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await this.#reader.read();
        if (this.#isOver()) return;
        if (done) break;
        this.#handlers.bytes('sent', value);
        this.#take(value);
      }
      this.#end({ why: 'cut' });
    } catch (error) {
      const why = this.#state === 'opening' ? 'bad-handshake' : 'bad-frame';
      this.#end(error instanceof ProtocolError ? { why, error } : { why: 'cut' });
    }
  }

  /** @throws {ProtocolError} the rule that the opening handshake breaks. */
  #take(bytes: Uint8Array): void {
    let rest = bytes;
    if (this.#state === 'opening') {
      const read = this.#head.push(bytes);
      if (read === null) return;
      const head = parseResponseHead(read.text);
      if (head.status !== 101) {
        this.#end({ why: 'refused', status: head.status });
        return;
      }
      checkUpgradeResponse(head, { key: this.#key });
      rest = read.rest;
      this.#state = 'open';
      this.#handlers.opened();
    }
    for (const event of this.#receiver.push(rest)) this.#receive(event);
  }

  #receive(event: ReceiverEvent): void {
    switch (event.type) {
      case 'message':
        this.#handlers.message(event);
        return;
      case 'ping':
        this.#write(this.#sender.pong(event.payload));
        return;
      case 'close':
        // The closing handshake: the same code comes back, or none (RFC 6455 §5.5.1).
        this.#write(
          this.#sender.close(event.code === CLOSE_CODE.noStatusReceived ? null : event.code),
        );
        this.#end({ why: 'closed', code: event.code });
        return;
      case 'failure':
        this.#write(this.#sender.close(event.error.closeCode));
        this.#end({ why: 'bad-frame', error: event.error });
        return;
      case 'frame':
      case 'pong':
    }
  }

  #end(ending: VisitEnding): void {
    if (this.#isOver()) return;
    this.leave();
    this.#handlers.ended(ending);
  }

  /** A method, since the state changes while something is awaited. */
  #isOver(): boolean {
    return this.#state === 'ended';
  }
}

/** Plain `http` on a LAN has it too. */
function random(size: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(size));
}
