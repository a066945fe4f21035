// Tells a stream's user what arrived, in order: kept until there are handlers, and never from inside a handler.
import { Fifo } from './fifo.ts';

export class ArrivalQueue<Handlers> {
  #handlers: Handlers | null = null;
  readonly #waiting = new Fifo<(handlers: Handlers) => void>();
  #draining = false;

  /** Attaches the handlers, once, and delivers what waited for them. */
  handle(handlers: Handlers): void {
    if (this.#handlers !== null) throw new Error('A stream is handled once');
    this.#handlers = handlers;
    this.#drain();
  }

  /** Never re-entrant: what a handler provokes comes after it. One that throws leaves the rest for the next delivery. */
  deliver(arrival: (handlers: Handlers) => void): void {
    if (this.#handlers === null || this.#draining || this.#waiting.length > 0) {
      this.#waiting.push(arrival);
      this.#drain();
      return;
    }
    // Nothing waits, as nearly always: no queue to go through.
    this.#draining = true;
    try {
      arrival(this.#handlers);
    } finally {
      this.#draining = false;
    }
    if (this.#waiting.length > 0) this.#drain();
  }

  /** A handler that resets its stream empties the queue. */
  clear(): void {
    this.#waiting.clear();
  }

  #drain(): void {
    if (this.#handlers === null || this.#draining) return;
    this.#draining = true;
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
        next(this.#handlers);
      }
    } finally {
      this.#draining = false;
    }
  }
}
