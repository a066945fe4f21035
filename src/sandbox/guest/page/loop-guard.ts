// Stops a student's code that holds the thread: in Firefox the thread is the lab's own, and nobody else could.

export type GuardedRealm = {
  /** Real milliseconds, captured before any student code. */
  readonly now: () => number;
  /** Asks for one turn of the event loop, in which `rest` is called: endless promises never let it come. */
  readonly askForTurn: () => void;
  /** Told once, when the code has been stopped for good. */
  readonly tripped: () => void;
};

/** Real milliseconds that student code may hold the thread, promises' continuations included. */
export const THREAD_BUDGET = 1_000;

/** Reading the clock at each call would cost more than most loops do. */
const CALLS_BETWEEN_LOOKS = 16;

/** `enter`: what each turn of a loop and each function calls first. `rest`: a new turn of the event loop has begun. */
export type LoopGuard = {
  readonly enter: () => void;
  readonly rest: () => void;
  /** Tells now what the bottom of a recursion had no room to tell; nothing most of the time. */
  readonly tellIfDue: () => void;
  readonly isTripped: () => boolean;
};

/**
 *     idle ──enter()──► timed ──rest()──► idle
 *                        └──THREAD_BUDGET──► tripped: from here on every `enter()` throws, so no `catch` goes on
 */
export function createLoopGuard({ now, askForTurn, tripped }: GuardedRealm): LoopGuard {
  const stopped = new Error('stopped');
  let state: 'idle' | 'timed' | 'tripped' = 'idle';
  let since = 0;
  let calls = 0;
  let isTold = false;
  /** At the bottom of a recursion nothing more can be called: it is told on the way up, or once all of it has returned. */
  const tellIfDue = (): void => {
    if (isTold || state !== 'tripped') return;
    isTold = true;
    try {
      tripped();
    } catch {
      isTold = false;
    }
  };
  const rest = (): void => {
    tellIfDue();
    if (state === 'timed') state = 'idle';
  };
  const enter = (): void => {
    if (state === 'idle') {
      state = 'timed';
      since = now();
      calls = 0;
      askForTurn();
      return;
    }
    if (state === 'timed') {
      calls += 1;
      if (calls < CALLS_BETWEEN_LOOKS) return;
      // At the bottom of a recursion this look throws: the next call, higher up, then looks.
      const elapsed = now() - since;
      calls = 0;
      if (elapsed < THREAD_BUDGET) return;
      state = 'tripped';
    }
    tellIfDue();
    throw stopped;
  };
  return { enter, rest, tellIfDue, isTripped: () => state === 'tripped' };
}
