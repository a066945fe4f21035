// One stream of the multiplexer: two half-connections, each with its own credit.
//
//   offered ──accept──► open ──both ends──► closed
//      └──refuse, reset, carrier closed──────►┘
//   In `open`, each direction is open until its END; RESET closes both at once.
import { ArrivalQueue } from './arrival-queue.ts';
import { Fifo } from './fifo.ts';
import { MuxProtocolError, type ResetReason } from './mux-error.ts';
import {
  creditOf,
  MAX_DATA_LENGTH,
  MAX_WINDOW,
  type MuxFrame,
  type StreamMetadata,
} from './mux-frame.ts';

/**
 * What a stream tells its user. Handlers run synchronously and last, so one that throws leaves the mux sound.
 * After `reset`, or after `end` and our own `end()`, nothing more is called.
 */
export type MuxStreamHandlers = {
  /** The peer accepted the stream that we opened. Never called on a stream that we accepted. */
  opened?(): void;
  /** Bytes arrived, and are the receiver's to keep. Credit goes back to the sender when `consumed` is called (once). */
  data(bytes: Uint8Array, consumed: () => void): void;
  /** The peer half-closed: no more data. */
  end(): void;
  /** The stream is gone, by any will but ours. */
  reset(reason: ResetReason): void;
};

/** The low-level face of a stream: for the virtual network, which has its own buffers and events. */
export interface MuxStream {
  readonly id: number;
  readonly metadata: StreamMetadata;
  /** Bytes that `write` was given and that still wait for credit. */
  readonly pendingBytes: number;
  /** Attaches the handlers, once. What arrived before (at most one window) is delivered at once. */
  handle(handlers: MuxStreamHandlers): void;
  /**
   * Sends bytes as credit allows; the caller leaves them untouched until `onAccepted`, which may run before `write` returns
   * and never runs if the stream is reset first. Throws after `end()`; does nothing after a reset.
   */
  write(bytes: Uint8Array, onAccepted?: () => void): void;
  /** Half-closes after what was written. Idempotent. */
  end(): void;
  /** Drops the stream in both directions; our own `reset` handler is not called. Idempotent. */
  reset(): void;
}

/** What a stream needs from its mux. */
type StreamHost = {
  send(frame: MuxFrame): void;
  sendData(stream: number, bytes: Uint8Array): void;
  /** The stream is over: forget it. */
  closed(stream: Stream): void;
};

type PendingWrite = { bytes: Uint8Array; readonly onAccepted: (() => void) | undefined };

/** The mux's own view of a stream: `MuxStream`, and what frames do to it. */
export class Stream implements MuxStream {
  readonly id: number;
  readonly metadata: StreamMetadata;
  readonly #host: StreamHost;
  readonly #window: number;
  #state: 'offered' | 'open' | 'closed' = 'offered';
  readonly #arrivals = new ArrivalQueue<MuxStreamHandlers>();
  readonly #writes = new Fifo<PendingWrite>();
  #pendingBytes = 0;
  #flushing = false;
  #sendCredit: number;
  #ending = false;
  #endSent = false;
  #endReceived = false;
  /** What the peer may still send, in bytes of credit. */
  #receiveCredit: number;
  /** Consumed here and not yet given back, in bytes of credit. */
  #consumed = 0;

  constructor(host: StreamHost, id: number, metadata: StreamMetadata, window: number) {
    this.#host = host;
    this.id = id;
    this.metadata = metadata;
    this.#window = window;
    this.#receiveCredit = window;
    this.#sendCredit = 0;
  }

  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  get isOffered(): boolean {
    return this.#state === 'offered';
  }

  handle(handlers: MuxStreamHandlers): void {
    this.#arrivals.handle(handlers);
  }

  write(bytes: Uint8Array, onAccepted?: () => void): void {
    if (this.#ending) throw new Error('write() after end()');
    if (this.#state === 'closed') return;
    if (this.#mayPassAtOnce(bytes.length)) {
      this.#passAtOnce(bytes, onAccepted);
      return;
    }
    this.#writes.push({ bytes, onAccepted });
    this.#pendingBytes += bytes.length;
    this.#flush();
  }

  end(): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#flush();
  }

  reset(): void {
    if (this.#state === 'closed') return;
    this.#close();
    this.#host.send({ type: 'reset', stream: this.id });
  }

  /** We accepted the peer's offer, which came with this much credit. */
  accept(peerWindow: number): void {
    this.#open(peerWindow);
  }

  /** The peer accepted our offer, with this much credit. */
  receiveAccept(peerWindow: number): void {
    this.#open(peerWindow);
    this.#arrivals.deliver((handlers) => handlers.opened?.());
  }

  receiveData(bytes: Uint8Array): void {
    if (this.#state !== 'open' || this.#endReceived) throw this.#unexpected('DATA');
    const credit = creditOf(bytes.length);
    if (credit > this.#receiveCredit) {
      throw new MuxProtocolError(
        'data-beyond-credit',
        `${bytes.length} bytes on stream ${this.id}, ${this.#receiveCredit} of credit left`,
      );
    }
    this.#receiveCredit -= credit;
    let isConsumed = false;
    const consumed = () => {
      if (isConsumed) return;
      isConsumed = true;
      this.#giveBack(credit);
    };
    this.#arrivals.deliver((handlers) => {
      handlers.data(bytes, consumed);
    });
  }

  receiveCredit(bytes: number): void {
    if (this.#state !== 'open') throw this.#unexpected('CREDIT');
    this.#addSendCredit(bytes);
    this.#flush();
  }

  receiveEnd(): void {
    if (this.#state !== 'open' || this.#endReceived) throw this.#unexpected('END');
    this.#endReceived = true;
    this.#closeWhenDone();
    this.#arrivals.deliver((handlers) => {
      handlers.end();
    });
  }

  /** The stream ends here without a word to the peer: it already knows, or cannot hear. */
  drop(reason: ResetReason): void {
    if (this.#state === 'closed') return;
    this.#close();
    this.#arrivals.deliver((handlers) => {
      handlers.reset(reason);
    });
  }

  #open(peerWindow: number): void {
    this.#state = 'open';
    this.#addSendCredit(peerWindow);
    this.#flush();
  }

  #addSendCredit(bytes: number): void {
    // The peer decides how much we hold in the carrier's own buffer: bounded, or it could exhaust us.
    if (bytes > MAX_WINDOW - this.#sendCredit) {
      throw new MuxProtocolError('credit-overflow', `${bytes} more bytes on stream ${this.id}`);
    }
    this.#sendCredit += bytes;
  }

  #giveBack(consumed: number): void {
    if (this.#state !== 'open' || this.#endReceived) return;
    this.#consumed += consumed;
    // A quarter of the window at a time: few frames, and the sender seldom waits.
    if (this.#consumed * 4 < this.#window) return;
    const credit = this.#consumed;
    this.#consumed = 0;
    this.#receiveCredit += credit;
    this.#host.send({ type: 'credit', stream: this.id, bytes: credit });
  }

  /** Sends what credit allows; re-entrant calls (from `onAccepted`) only queue, so the stack stays flat. */
  #flush(): void {
    if (this.#state !== 'open' || this.#flushing) return;
    this.#flushing = true;
    try {
      while (this.#flushOne());
    } finally {
      this.#flushing = false;
    }
    if (this.#ending && !this.#endSent && this.#writes.length === 0 && this.#isOpen()) {
      this.#endSent = true;
      this.#host.send({ type: 'end', stream: this.id });
      this.#closeWhenDone();
    }
  }

  /** Nothing waits before it, and it fits in one frame and in the credit: what nearly every write does. */
  #mayPassAtOnce(length: number): boolean {
    return (
      this.#writes.length === 0 &&
      this.#state === 'open' &&
      !this.#flushing &&
      length > 0 &&
      length <= MAX_DATA_LENGTH &&
      creditOf(length) <= this.#sendCredit
    );
  }

  #passAtOnce(bytes: Uint8Array, onAccepted: (() => void) | undefined): void {
    this.#sendCredit -= creditOf(bytes.length);
    // What `onAccepted` writes comes after it, from a flat stack.
    this.#flushing = true;
    try {
      this.#host.sendData(this.id, bytes);
      if (this.#isOpen()) onAccepted?.();
    } finally {
      this.#flushing = false;
    }
    if (this.#writes.length > 0 || this.#ending) this.#flush();
  }

  /** One DATA frame, or the end of one write. False when there is nothing to do or no credit. */
  #flushOne(): boolean {
    const write = this.#writes.first;
    if (write === undefined) return false;
    const length = Math.min(write.bytes.length, this.#sendCredit, MAX_DATA_LENGTH);
    const credit = creditOf(length);
    const isSent = length > 0 && credit <= this.#sendCredit;
    if (isSent) {
      const bytes = write.bytes.subarray(0, length);
      write.bytes = write.bytes.subarray(length);
      this.#sendCredit -= credit;
      this.#pendingBytes -= length;
      this.#host.sendData(this.id, bytes);
      if (!this.#isOpen()) return false;
    }
    if (write.bytes.length > 0) return isSent;
    this.#writes.shift();
    write.onAccepted?.();
    return true;
  }

  // Sending may close the carrier and so this stream: TypeScript cannot see it, hence a method.
  #isOpen(): boolean {
    return this.#state === 'open';
  }

  #closeWhenDone(): void {
    if (this.#endSent && this.#endReceived && this.#state === 'open') {
      this.#state = 'closed';
      this.#host.closed(this);
    }
  }

  #close(): void {
    this.#state = 'closed';
    this.#writes.clear();
    this.#pendingBytes = 0;
    this.#arrivals.clear();
    this.#host.closed(this);
  }

  #unexpected(type: string): MuxProtocolError {
    return new MuxProtocolError('unexpected-frame', `${type} on stream ${this.id}`);
  }
}
