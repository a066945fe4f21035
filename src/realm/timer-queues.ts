// The timers that wait, in the order in which they fire.

/** What a timer lends to the queue it waits in. */
export type QueuedTimer<Timer> = {
  readonly delay: number;
  readonly due: number;
  /** Where it waits; `null` when it does not. */
  queue: TimerQueue<Timer> | null;
  previous: Timer | null;
  next: Timer | null;
};

/** Timers of one delay: whoever was set first is due first. An empty one may be given another delay. */
export type TimerQueue<Timer> = {
  delay: number;
  first: Timer | null;
  last: Timer | null;
  next: TimerQueue<Timer> | null;
};

/**
 * One queue for each delay, as in Node: a thousand connections use two or three, so that setting a timer and clearing
 * it cost the same however many wait. Linked by hand: no container that student code may have patched.
 */
export class TimerQueues<Timer extends QueuedTimer<Timer>> {
  #queues: TimerQueue<Timer> | null = null;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a timer that does not wait yet, and that is due no sooner than those of its delay. */
  add(timeout: Timer): void {
    const queue = this.#queueOf(timeout.delay);
    this.#size += 1;
    timeout.queue = queue;
    timeout.previous = queue.last;
    timeout.next = null;
    if (queue.last === null) queue.first = timeout;
    else queue.last.next = timeout;
    queue.last = timeout;
  }

  remove(timeout: Timer): void {
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
  }

  /** The one that fires first. Of those due at the same time, the one with the longest delay was set first. */
  first(): Timer | null {
    let found: Timer | null = null;
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      const timeout = queue.first;
      if (timeout === null) continue;
      const lead = found === null ? 1 : found.due - timeout.due || timeout.delay - found.delay;
      if (lead > 0) found = timeout;
    }
    return found;
  }

  /** Some timer that is as asked, `null` when none is. */
  find(isWanted: (timeout: Timer) => boolean): Timer | null {
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      for (let timeout = queue.first; timeout !== null; timeout = timeout.next) {
        if (isWanted(timeout)) return timeout;
      }
    }
    return null;
  }

  count(isCounted: (timeout: Timer) => boolean): number {
    let count = 0;
    this.find((timeout) => {
      if (isCounted(timeout)) count += 1;
      return false;
    });
    return count;
  }

  #queueOf(delay: number): TimerQueue<Timer> {
    let empty: TimerQueue<Timer> | null = null;
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      if (queue.delay === delay) return queue;
      if (queue.first === null) empty = queue;
    }
    empty ??= this.#queues = { delay, first: null, last: null, next: this.#queues };
    empty.delay = delay;
    return empty;
  }
}
