// The timers that wait, in the order in which they fire.

/** What a timer lends to the queue it waits in. */
export type QueuedTimer<Timer> = {
  readonly delay: number;
  readonly due: number;
  /** Its turn among timers due at the same time. */
  order: number;
  /** Where it waits; `null` when it does not. */
  queue: TimerQueue<Timer> | null;
  previous: Timer | null;
  next: Timer | null;
};

/** Timers of one delay: whoever was set first is due first. */
export type TimerQueue<Timer> = {
  readonly delay: number;
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
  /** Timers that have been added, ever: orders those due at the same time. */
  #added = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a timer that does not wait yet, and that is due no sooner than those of its delay. */
  add(timeout: Timer): void {
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
    if (queue.first === null) this.#close(queue);
  }

  /** The one that fires first: by its time, then by its turn. */
  first(): Timer | null {
    let found: Timer | null = null;
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      if (queue.first !== null && (found === null || isBefore(queue.first, found))) {
        found = queue.first;
      }
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
    for (let queue = this.#queues; queue !== null; queue = queue.next) {
      if (queue.delay === delay) return queue;
    }
    this.#queues = { delay, first: null, last: null, next: this.#queues };
    return this.#queues;
  }

  #close(queue: TimerQueue<Timer>): void {
    if (this.#queues === queue) {
      this.#queues = queue.next;
      return;
    }
    let before = this.#queues;
    while (before !== null && before.next !== queue) before = before.next;
    if (before !== null) before.next = queue.next;
  }
}

function isBefore<Timer>(one: QueuedTimer<Timer>, other: QueuedTimer<Timer>): boolean {
  return one.due < other.due || (one.due === other.due && one.order < other.order);
}
