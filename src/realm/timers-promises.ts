// What `node:timers/promises` gives, over whatever timers the realm has: an abort takes the timer away.
import { define, PlainPromise } from '../evidence/primordials.ts';

export type WaitOptions = {
  readonly signal?: AbortSignal;
  /** `false`: the timer does not keep the program alive, as after `unref()`. */
  readonly ref?: boolean;
};

type Intervals = {
  readonly setInterval: (callback: () => void, delay?: number) => unknown;
  readonly clearInterval: (interval: unknown) => void;
};

/** Resolves with `value` unless `signal` fires first; `start` arms the timer and returns how to disarm it. */
export function wait<Value>(
  start: (done: () => void) => () => void,
  value: Value,
  options?: WaitOptions,
): Promise<Value> {
  const signal = options?.signal;
  return new PlainPromise<Value>((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortError(signal));
      return;
    }
    const cancel = start(() => {
      signal?.removeEventListener('abort', abort);
      resolve(value);
    });
    function abort(): void {
      cancel();
      reject(abortError(signal));
    }
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/** One `value` for each tick, those that came while nobody waited included; the timer goes with the loop. */
export async function* everyTick<Value>(
  { setInterval: start, clearInterval: clear }: Intervals,
  {
    delay,
    value,
    options,
  }: { delay?: number | undefined; value: Value; options?: WaitOptions | undefined },
): AsyncGenerator<Value, void> {
  const signal = options?.signal;
  let ticks = 0;
  let wake: () => void = () => undefined;
  const interval = start(() => {
    ticks += 1;
    wake();
  }, delay);
  const abort = (): void => {
    clear(interval);
    wake();
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      if (signal?.aborted === true) throw abortError(signal);
      if (ticks > 0) {
        ticks -= 1;
        yield value;
      } else {
        await new PlainPromise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    clear(interval);
    signal?.removeEventListener('abort', abort);
  }
}

/** Node's own error, by name, code and cause. */
function abortError(signal: AbortSignal | undefined): Error {
  const error = new Error('The operation was aborted', { cause: signal?.reason });
  define(error, 'name', 'AbortError');
  define(error, 'code', 'ABORT_ERR');
  return error;
}
