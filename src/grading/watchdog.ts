// Notices a realm that has stopped answering: one ping at a time, counted in ticks rather than read off the clock.
import { ownTicks, type Ticks } from './ticks.ts';

/** Ticks in one deadline. */
const TICKS = 8;

/**
 * A tick that comes late because *we* were busy counts once, so a busy grader never condemns an innocent realm.
 *
 *     idle --start()--> pinged --pong()--> answered --tick--> pinged …   more than TICKS ticks without pong: silent()
 */
export class Watchdog {
  readonly #ping: () => void;
  readonly #silent: () => void;
  readonly #every: Ticks;
  #stopTicks: (() => void) | null = null;
  #waiting = false;
  #ticks = 0;

  constructor(handlers: { ping(): void; silent(): void }, every: Ticks = ownTicks) {
    this.#every = every;
    this.#ping = () => {
      handlers.ping();
    };
    this.#silent = () => {
      handlers.silent();
    };
  }

  /** `deadline` in real milliseconds without an answer. Starting again starts afresh. */
  start(deadline: number): void {
    this.stop();
    this.#send();
    this.#stopTicks = this.#every(deadline / TICKS, () => {
      this.#tick();
    });
  }

  /** The realm has answered the last ping. */
  pong(): void {
    this.#waiting = false;
  }

  stop(): void {
    this.#stopTicks?.();
    this.#stopTicks = null;
  }

  #send(): void {
    this.#waiting = true;
    this.#ticks = 0;
    this.#ping();
  }

  #tick(): void {
    if (!this.#waiting) {
      this.#send();
      return;
    }
    this.#ticks += 1;
    // One tick more than the deadline: what the realm has already said may still be in our queue.
    if (this.#ticks <= TICKS) return;
    this.stop();
    this.#silent();
  }
}
