// The object that `setTimeout` and `setInterval` give in Node, bound to a virtual clock.
import { apply } from '../evidence/primordials.ts';
import type { QueuedTimer, TimerQueue } from './timer-queues.ts';

export type TimerCallback = (...args: readonly unknown[]) => unknown;

/** What a timeout asks of the clock that made it. */
export type TimeoutClock = {
  insert(timeout: VirtualTimeout): void;
  remove(timeout: VirtualTimeout): void;
};

let lastId = 0;

/** The clock's own fields are here too, so that waiting timers can form queues without any container. */
export class VirtualTimeout implements QueuedTimer<VirtualTimeout> {
  readonly #clock: TimeoutClock;
  readonly #callback: TimerCallback;
  readonly #args: readonly unknown[];
  readonly id: number;
  readonly delay: number;
  readonly repeats: boolean;
  due = 0;
  queue: TimerQueue<VirtualTimeout> | null = null;
  previous: VirtualTimeout | null = null;
  next: VirtualTimeout | null = null;
  #referenced = true;

  constructor(
    clock: TimeoutClock,
    callback: TimerCallback,
    delay: number,
    args: readonly unknown[],
    repeats: boolean,
  ) {
    lastId += 1;
    this.id = lastId;
    this.#clock = clock;
    this.#callback = callback;
    this.#args = args;
    this.delay = delay;
    this.repeats = repeats;
  }

  /** Runs the callback with `this` as Node sets it; what it throws goes through. */
  call(): void {
    apply(this.#callback, this, this.#args);
  }

  ref(): this {
    this.#referenced = true;
    return this;
  }

  unref(): this {
    this.#referenced = false;
    return this;
  }

  hasRef(): boolean {
    return this.#referenced;
  }

  refresh(): this {
    this.#clock.insert(this);
    return this;
  }

  close(): this {
    this.#clock.remove(this);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.id;
  }

  [Symbol.dispose](): void {
    this.#clock.remove(this);
  }
}
