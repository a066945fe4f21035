// Time as the student's code sees it: it stands still until the grader moves it, or runs once the host lets it.
import { toText } from '../evidence/primordials.ts';
import { TimerQueues } from './timer-queues.ts';
import { VirtualTimeout, type TimerCallback } from './virtual-timeout.ts';

/** Virtual milliseconds since 1970 at which every realm starts: RFC 6455 was published in December 2011. */
export const VIRTUAL_EPOCH = 1_323_648_000_000;

/** Timers that may wait at once, and that one `advance` may fire: beyond, the code is out of control. */
export const TIMER_CAPS = { pending: 10_000, fired: 20_000 } as const;

/** Real turns of the event loop that `settle` gives to promises and to input that has already arrived. */
const SETTLING_TURNS = 4;

/** The longest delay that a timer takes as it is; Node turns anything else into 1. */
const LONGEST_DELAY = 2 ** 31 - 1;

export type ClockRealm = {
  turn(): Promise<void>;
  threadsDone(): Promise<void>;
  raise(error: unknown): void;
  /** A cap of `TIMER_CAPS` was passed. */
  flood(): void;
};

/** The time that a clock follows once it runs. */
export type RealTime = {
  /** Real milliseconds, monotonic. */
  now(): number;
  /** Real milliseconds since 1970. */
  date(): number;
  /** Calls back once, after at least so many real milliseconds. */
  wake(milliseconds: number, callback: () => void): void;
};

/**
 * ```text
 *   still ──run()──► running      (`advance` moves a still clock; a running one follows real time for good)
 * ```
 * Due timers fire in the order of their times, then of their creation.
 */
export class VirtualClock {
  readonly #realm: ClockRealm;
  #now = 0;
  readonly #queues = new TimerQueues<VirtualTimeout>();
  #real: RealTime | null = null;
  /** When it runs: real time at which `#now` was right, when the next alarm rings, and whether timers are firing. */
  #realStart = 0;
  #alarm = Infinity;
  #isFiring = false;

  constructor(realm: ClockRealm) {
    this.#realm = realm;
  }

  /** Virtual milliseconds since the realm started. */
  now(): number {
    return this.#real === null ? this.#now : this.#now + this.#real.now() - this.#realStart;
  }

  /** Milliseconds since 1970, as `Date` shows them. */
  date(): number {
    return this.#real === null ? VIRTUAL_EPOCH + this.#now : this.#real.date();
  }

  get isRunning(): boolean {
    return this.#real !== null;
  }

  /** Lets time pass by itself from now on. */
  run(real: RealTime): void {
    this.#realStart = real.now();
    this.#real = real;
    this.#setAlarm();
  }

  /** How many timers wait; `referenced`: those that would keep Node from ending by itself. */
  timers(): { readonly waiting: number; readonly referenced: number } {
    return {
      waiting: this.#queues.size,
      referenced: this.#queues.count((timeout) => timeout.hasRef()),
    };
  }

  /** When the next timer is due, or `null` when none waits. */
  nextDue(): number | null {
    return this.#queues.first()?.due ?? null;
  }

  schedule(
    callback: TimerCallback,
    delay: unknown,
    args: readonly unknown[],
    repeats: boolean,
  ): VirtualTimeout {
    const timeout = new VirtualTimeout(this, callback, timerDelay(delay), args, repeats);
    this.insert(timeout);
    return timeout;
  }

  /** Puts a timer (again) among those that wait, `delay` milliseconds from now. */
  insert(timeout: VirtualTimeout): void {
    this.remove(timeout);
    if (this.#queues.size >= TIMER_CAPS.pending) {
      this.#realm.flood();
      return;
    }
    timeout.due = this.now() + timeout.delay;
    this.#queues.add(timeout);
    this.#setAlarm();
  }

  /** The timer that `handle` (the object; or, while it waits, its id as a number or text) stands for. */
  find(handle: unknown): VirtualTimeout | null {
    if (handle instanceof VirtualTimeout) return handle;
    return this.#queues.find(
      ({ id }) => id === handle || (typeof handle === 'string' && toText(id) === handle),
    );
  }

  remove(timeout: VirtualTimeout): void {
    this.#queues.remove(timeout);
  }

  /**
   * Fires what falls due within `milliseconds`, letting promises settle after each; then stands at the end of them.
   * Whatever other threads were computing comes first: a starved thread is not late in virtual time.
   * A running clock cannot be moved: this is then `settle`.
   */
  async advance(milliseconds: number): Promise<void> {
    if (this.#real !== null) return this.settle();
    await this.#realm.threadsDone();
    await this.#realm.turn();
    const target = this.#now + (milliseconds > 0 ? milliseconds : 0);
    for (let fired = 0; ; fired += 1) {
      const timeout = this.#queues.first();
      if (timeout === null || timeout.due > target) break;
      if (fired >= TIMER_CAPS.fired) {
        this.#realm.flood();
        break;
      }
      this.#fire(timeout);
      await this.#realm.turn();
    }
    if (target > this.#now) this.#now = target;
    await this.settle();
  }

  /** Lets promises and input that has already arrived run; time stands still. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < SETTLING_TURNS; turn += 1) await this.#realm.turn();
  }

  #fire(timeout: VirtualTimeout): void {
    this.remove(timeout);
    if (this.#real === null && timeout.due > this.#now) this.#now = timeout.due;
    if (timeout.repeats) this.insert(timeout);
    try {
      timeout.call();
    } catch (error) {
      this.#realm.raise(error);
    }
  }

  /** An alarm that rings for a timer since removed finds nothing due, and sets the next one. */
  #setAlarm(): void {
    if (this.#real === null || this.#isFiring) return;
    const due = this.nextDue();
    if (due === null || this.#alarm <= due) return;
    this.#alarm = due;
    const wait = due - this.now();
    this.#real.wake(wait > 0 ? wait : 0, () => {
      if (this.#alarm === due) this.#alarm = Infinity;
      void this.#fireDue();
    });
  }

  async #fireDue(): Promise<void> {
    if (this.#isFiring) return;
    this.#isFiring = true;
    for (;;) {
      const timeout = this.#queues.first();
      if (timeout === null || timeout.due > this.now()) break;
      this.#fire(timeout);
      await this.#realm.turn();
    }
    this.#isFiring = false;
    this.#setAlarm();
  }
}

function timerDelay(delay: unknown): number {
  // A Symbol or a BigInt throws here as it does in Node.
  const milliseconds = Number(delay);
  return milliseconds >= 1 && milliseconds <= LONGEST_DELAY ? trunc(milliseconds) : 1;
}

const { trunc } = Math;
