// Makes the next run wait while stopped threads still burn: re-running a loop again and again must not pile them up.

/** Chromium lets a terminated worker's thread run on for 2 s before it stops it by force. */
const BURNING_MILLISECONDS = 2_000;

/** How many such threads are tolerated at once: one leaves a core for the page on the smallest machine. */
const TOLERATED = 1;

export class TerminationThrottle {
  #ends: number[] = [];

  /** A worker that no longer answered has just been terminated. */
  burning(): void {
    this.#ends.push(performance.now() + BURNING_MILLISECONDS);
  }

  /** Resolves when few enough threads burn. */
  async pause(): Promise<void> {
    const now = performance.now();
    this.#ends = this.#ends.filter((end) => end > now);
    const last = this.#ends.at(-1 - TOLERATED);
    if (last === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, last - now));
  }
}
