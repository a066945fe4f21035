// Waits for whatever a student's function returned, without trusting it to be a promise or to settle at all.
import { apply, get, isObject, PlainPromise, promiseThen } from '../evidence/primordials.ts';

/** Virtual milliseconds by which one call may move the clock while it is being waited for. */
export const CALL_TIME_BUDGET = 2_000;

/** Real milliseconds left to real input and output before time is moved: a digest on another thread needs a few. */
const REAL_GRACE = 8;

export type Settlement =
  | { readonly status: 'fulfilled'; readonly value: unknown; readonly wasPromise: boolean }
  | { readonly status: 'rejected'; readonly reason: unknown }
  | { readonly status: 'unsettled' };

/** A value as `await` sees it; `current` stays `null` until it has settled. */
export type Awaited = { current: Settlement | null };

/** Starts waiting. A getter named `then` that throws is a rejection, as with `await`. */
export function observe(value: unknown): Awaited {
  const awaited: Awaited = { current: null };
  if (!isObject(value)) {
    awaited.current = { status: 'fulfilled', value, wasPromise: false };
    return awaited;
  }
  try {
    const then: unknown = get(value, 'then');
    if (typeof then !== 'function') {
      awaited.current = { status: 'fulfilled', value, wasPromise: false };
      return awaited;
    }
    const promise = new PlainPromise<unknown>((resolve, reject) => {
      apply(then, value, [resolve, reject]);
    });
    void promiseThen(
      promise,
      (result) => {
        awaited.current ??= { status: 'fulfilled', value: result, wasPromise: true };
      },
      (reason) => {
        awaited.current ??= { status: 'rejected', reason };
      },
    );
  } catch (reason) {
    awaited.current = { status: 'rejected', reason };
  }
  return awaited;
}

export type Waiting = {
  turn(): Promise<void>;
  realNow(): number;
  /** Real time (`realNow`) after which the wait is over. Read anew at each turn: it may be put off. */
  deadline(): number;
  /** When the next timer is due in virtual time, `null` when none waits or when time must not move by itself. */
  nextDue(): number | null;
  now(): number;
  advance(milliseconds: number): Promise<void>;
};

/** Waits with real turns, then by moving virtual time from timer to timer, then in real time until the deadline. */
export async function settled(awaited: Awaited, waiting: Waiting): Promise<Settlement> {
  const started = waiting.realNow();
  const startedVirtually = waiting.now();
  while (awaited.current === null) {
    const due = waiting.nextDue();
    if (waiting.realNow() - started < REAL_GRACE) await waiting.turn();
    else if (due !== null && due - startedVirtually <= CALL_TIME_BUDGET) {
      await waiting.advance(due - waiting.now());
    } else if (waiting.realNow() < waiting.deadline()) await waiting.turn();
    else return { status: 'unsettled' };
  }
  return awaited.current;
}
