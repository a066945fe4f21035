// The ports on which the grader waits for the student's client, as a server's backlog would.
import { toByteStream, type ByteStream, type IncomingStream } from '../mux/index.ts';

/** Connections that may wait to be accepted on one port; one more is refused. */
const BACKLOG = 64;

type Listener = {
  readonly waiting: IncomingStream[];
  /** Resolves the `next()` that waits for a connection. */
  wake: ((stream: IncomingStream | null) => void) | null;
};

export class PortListeners {
  readonly #listeners = new Map<number, Listener>();
  #isClosed = false;

  /** Listens at once, even before the first `next()`; returning from the loop stops listening. */
  accept(port: number): AsyncIterable<ByteStream> {
    if (this.#listeners.has(port)) throw new Error(`Port ${port} already has a listener`);
    const listener: Listener = { waiting: [], wake: null };
    this.#listeners.set(port, listener);
    const stop = (): void => {
      this.#listeners.delete(port);
      for (const stream of listener.waiting.splice(0)) stream.refuse();
      listener.wake?.(null);
    };
    const next = async (): Promise<IteratorResult<ByteStream>> => {
      const stream = await this.#next(listener);
      if (stream === null) return { done: true, value: undefined };
      return { done: false, value: toByteStream(stream.accept()) };
    };
    return {
      [Symbol.asyncIterator]: () => ({
        next,
        return: () => {
          stop();
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    };
  }

  /** A connection from the student's code. */
  offer(stream: IncomingStream): void {
    const listener = this.#listeners.get(stream.metadata.port);
    if (listener === undefined || listener.waiting.length >= BACKLOG) stream.refuse();
    else if (listener.wake !== null) {
      listener.wake(stream);
      listener.wake = null;
    } else listener.waiting.push(stream);
  }

  /** The realm is gone: every loop over its connections ends. */
  close(): void {
    this.#isClosed = true;
    for (const listener of this.#listeners.values()) listener.wake?.(null);
    this.#listeners.clear();
  }

  #next(listener: Listener): Promise<IncomingStream | null> {
    const waiting = listener.waiting.shift();
    if (waiting !== undefined) return Promise.resolve(waiting);
    if (this.#isClosed) return Promise.resolve(null);
    return new Promise((resolve) => {
      listener.wake = resolve;
    });
  }
}
