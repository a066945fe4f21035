// Stops a student's code that holds the thread: in Firefox the thread is the lab's own, and nobody else could.

export type GuardedRealm = {
  /** Real milliseconds, captured before any student code. */
  readonly now: () => number;
  /** Calls back in a task of its own: promises that call promises without end never let it come. */
  readonly nextTask: (callback: () => void) => void;
  /** Told once, when the code has been stopped for good. */
  readonly tripped: () => void;
};

/** Real milliseconds that student code may hold the thread, promises' continuations included. */
export const THREAD_BUDGET = 1_000;

/** Reading the clock at each call would cost more than most loops do. */
const CALLS_BETWEEN_LOOKS = 16;

/**
 * What each turn of a loop and each function calls first.
 *
 *     idle ──called──► timed ──a task of ours comes──► idle
 *                        └──THREAD_BUDGET──► tripped: from here on every call throws, so no `catch` goes on
 */
export function createLoopGuard({ now, nextTask, tripped }: GuardedRealm): () => void {
  const stopped = new Error('stopped');
  let state: 'idle' | 'timed' | 'tripped' = 'idle';
  let since = 0;
  let calls = 0;
  const rest = (): void => {
    if (state === 'timed') state = 'idle';
  };
  return () => {
    if (state === 'idle') {
      state = 'timed';
      since = now();
      calls = 0;
      nextTask(rest);
      return;
    }
    if (state === 'timed') {
      calls += 1;
      if (calls % CALLS_BETWEEN_LOOKS !== 0 || now() - since < THREAD_BUDGET) return;
      state = 'tripped';
      tripped();
    }
    throw stopped;
  };
}
