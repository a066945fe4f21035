// The timers that wait, in the order in which they fire.
import type { VirtualTimeout } from './virtual-timeout.ts';

/** Timers of one delay: whoever was set first is due first. */
export type TimerQueue = {
  readonly delay: number;
  first: VirtualTimeout | null;
  last: VirtualTimeout | null;
  next: TimerQueue | null;
};

/**
 * One queue for each delay, as in Node: a thousand connections use two or three, so that setting a timer and clearing
 * it cost the same however many wait. Linked by hand: no container that student code may have patched.
 */
export class TimerQueues {
  #queues: TimerQueue | null = null;
  #size = 0;
  /** Timers that have been added, ever: orders those due at the same time. */
  #added = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a timer that does not wait yet, and that is due no sooner than those of its delay. */
  add(timeout: VirtualTimeout): void {
    const queue = this.#queueOf(timeout.delay);
    this.#size += 1;
    this.#added += 1;
    timeout.queue = queue;
    timeout.order = this.#added;
    timeout.previous = queue.last;
    timeout.next = null;
    if (queue.last === null) queue.first = timeout;
    else queue.last.next = timeout;
    queue.last = timeout;
  }

  remove(timeout: VirtualTimeout): void {
    const { queue, previous, next } = timeout;
    if (queue === null) return;
    this.#size -= 1;
    if (previous === null) queue.first = next;
    else previous.next = next;
    if (next === null) queue.last = previous;
    else next.previous = previous;
    timeout.queue = null;
    timeout.previous = null;
    timeout.next = null;
    if (queue.first === null) this.#close(queue);
  }

  /** The one that fires first: by its time, then by its turn. */
  first(): VirtualTimeout | null {
    let found: VirtualTimeout | null = null;
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      if (queue.first !== null && (found === null || isBefore(queue.first, found))) {
        found = queue.first;
      }
    }
    return found;
  }

  /** Some timer that is as asked, `null` when none is. */
  find(isWanted: (timeout: VirtualTimeout) => boolean): VirtualTimeout | null {
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      for (let timeout = queue.first; timeout !== null; timeout = timeout.next) {
        if (isWanted(timeout)) return timeout;
      }
    }
    return null;
  }

  count(isCounted: (timeout: VirtualTimeout) => boolean): number {
    let count = 0;
    this.find((timeout) => {
      if (isCounted(timeout)) count += 1;
      return false;
    });
    return count;
  }

  #queueOf(delay: number): TimerQueue {
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      if (queue.delay === delay) return queue;
    }
    this.#queues = { delay, first: null, last: null, next: this.#queues };
    return this.#queues;
  }

  #close(queue: TimerQueue): void {
    if (this.#queues === queue) {
      this.#queues = queue.next;
      return;
    }
    let before = this.#queues;
    while (before !== null && before.next !== queue) before = before.next;
    if (before !== null) before.next = queue.next;
  }
}

function isBefore(one: VirtualTimeout, other: VirtualTimeout): boolean {
  return one.due < other.due || (one.due === other.due && one.order < other.order);
}
