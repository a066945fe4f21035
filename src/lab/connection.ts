// Whether the server answers: asked when it matters, never at a regular pace while it does.
import { atom } from 'nanostores';

/** An answer this recent stands: a class that presses « Exécuter » together costs the server nothing. */
const FRESH = 10_000;
/** Milliseconds given to the server to answer. */
const PATIENCE = 5_000;
const SECOND_LOOK = 2_000;
/** Pauses between two questions while it is silent. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * ```text
 *   online ──no answer──► offline ──answer──► online
 *                          └─ asks again after 1, 2, 4 … 30 s, while the page is seen
 * ```
 */
export class Connection {
  readonly state = atom<'online' | 'offline'>('online');
  #asking: Promise<boolean> | null = null;
  #answeredAt = -Infinity;
  #pause = FIRST_PAUSE;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Called once, in a page that wants to hear of every change. */
  watch(): void {
    const askNow = (): void => void this.ask();
    // What the browser calls offline is the network; a server on this machine may still answer, hence the question.
    addEventListener('offline', () => {
      askNow();
      // The event may come before the network is really gone: that first question may still have been answered.
      setTimeout(askNow, SECOND_LOOK);
    });
    addEventListener('online', askNow);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.check();
    });
  }

  /** Asks unless an answer has just come; resolves with whether the server answers, never rejects. */
  check(): Promise<boolean> {
    const isFresh = performance.now() - this.#answeredAt < FRESH;
    return isFresh && this.state.get() === 'online' ? Promise.resolve(true) : this.ask();
  }

  /** Asks in any case: something that was needed did not come. */
  ask(): Promise<boolean> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<boolean> {
    clearTimeout(this.#timer);
    const answers = await serverAnswers();
    if (answers) {
      this.#answeredAt = performance.now();
      this.#pause = FIRST_PAUSE;
    } else {
      this.#timer = setTimeout(() => {
        if (document.visibilityState === 'visible') void this.ask();
      }, this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    }
    this.state.set(answers ? 'online' : 'offline');
    return answers;
  }
}

/** Any response will do, an error too: the server is there. */
async function serverAnswers(): Promise<boolean> {
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return true;
  } catch {
    return false;
  }
}
