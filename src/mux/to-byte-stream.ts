// The high-level face of a stream: WHATWG streams whose backpressure is the credit of the multiplexer.
import type { ByteStream } from './byte-stream.ts';
import { Fifo } from './fifo.ts';
import { StreamReset } from './mux-error.ts';
import type { MuxStream } from './mux-stream.ts';

/** Who waits for the answer to an offered stream; exactly one of the two is called first. */
export type OfferObserver = { opened(): void; reset(error: StreamReset): void };

/**
 * Takes the handlers of `stream`. Bytes that nobody reads withhold credit; `write()` resolves once its bytes have
 * been sent within the peer's credit; closing half-closes; `abort()` and `cancel()` reset, at once even while a write
 * waits; a reset errors both sides with `StreamReset`.
 */
export function toByteStream(stream: MuxStream, observer?: OfferObserver): ByteStream {
  const source = new ByteSource();
  const sink = new ByteSink(stream);
  const fail = (error: StreamReset) => {
    source.fail(error);
    sink.fail(error);
    observer?.reset(error);
  };
  const abort = () => {
    stream.reset();
    fail(new StreamReset('aborted'));
  };
  source.onCancel = abort;
  sink.onAbort = abort;
  const readable = new ReadableStream<Uint8Array>(source, { highWaterMark: 0 });
  const writable = new WritableStream<Uint8Array>(sink, { highWaterMark: 1 });
  stream.handle({
    opened: () => observer?.opened(),
    data: (bytes, consumed) => {
      source.push({ bytes, consumed });
    },
    end: () => {
      source.end();
    },
    reset: (reason) => {
      fail(new StreamReset(reason));
    },
  });
  return { readable, writable };
}

type Arrival = { readonly bytes: Uint8Array; readonly consumed: () => void };

/** Gives one chunk for each read, and its credit back only then. */
class ByteSource implements UnderlyingDefaultSource<Uint8Array> {
  onCancel: () => void = () => undefined;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  readonly #arrivals = new Fifo<Arrival>();
  /** Resolves the `pull` that waits for the next arrival. */
  #wake: (() => void) | null = null;
  #state: 'open' | 'ending' | 'over' = 'open';

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
  }

  pull(): Promise<void> | undefined {
    if (this.#deliver()) return undefined;
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  cancel(): void {
    this.#state = 'over';
    this.#arrivals.clear();
    this.onCancel();
  }

  push(arrival: Arrival): void {
    if (this.#state !== 'open') return;
    this.#arrivals.push(arrival);
    this.#resumePull();
  }

  end(): void {
    if (this.#state !== 'open') return;
    this.#state = 'ending';
    // The end is said at once when nothing waits before it: nobody may be reading.
    if (this.#arrivals.length === 0) this.#close();
    this.#resumePull();
  }

  fail(error: StreamReset): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#arrivals.clear();
    this.#controller?.error(error);
    this.#resumePull();
  }

  #resumePull(): void {
    if (this.#wake === null) return;
    this.#deliver();
    const wake = this.#wake;
    this.#wake = null;
    wake();
  }

  #deliver(): boolean {
    if (this.#state === 'over') return true;
    const arrival = this.#arrivals.shift();
    if (arrival === undefined) return false;
    this.#controller?.enqueue(arrival.bytes);
    arrival.consumed();
    if (this.#state === 'ending' && this.#arrivals.length === 0) this.#close();
    return true;
  }

  #close(): void {
    this.#state = 'over';
    this.#controller?.close();
  }
}

/** Takes one chunk at a time; its write resolves when the peer's credit has covered it. */
class ByteSink implements UnderlyingSink<Uint8Array> {
  onAbort: () => void = () => undefined;
  readonly #stream: MuxStream;
  #controller: WritableStreamDefaultController | null = null;
  #rejectWrite: ((error: StreamReset) => void) | null = null;
  #isOver = false;

  constructor(stream: MuxStream) {
    this.#stream = stream;
  }

  start(controller: WritableStreamDefaultController): void {
    this.#controller = controller;
    // The sink's own `abort` would wait for the write in flight, which may wait for credit for ever.
    controller.signal.addEventListener('abort', () => {
      if (!this.#isOver) this.onAbort();
    });
  }

  write(chunk: Uint8Array): Promise<void> {
    if (!(chunk instanceof Uint8Array)) {
      this.onAbort();
      throw new TypeError('A byte stream is written in Uint8Array chunks');
    }
    return new Promise((resolve, reject) => {
      this.#rejectWrite = reject;
      this.#stream.write(chunk, () => {
        this.#rejectWrite = null;
        resolve();
      });
    });
  }

  close(): void {
    this.#isOver = true;
    this.#stream.end();
  }

  fail(error: StreamReset): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#controller?.error(error);
    this.#rejectWrite?.(error);
  }
}
