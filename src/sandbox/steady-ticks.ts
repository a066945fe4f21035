// Ticks that a hidden tab does not slow down: counted in a worker of the page's own, whose timers no browser throttles.
import { ownTicks, type Ticks } from '../grading/ticks.ts';
import type { TickOrder } from './tick-worker.ts';

/**
 * Starts `tick-worker.ts`, by `startWorker`, while the server is there. Each tick is asked for when the one before has
 * been taken, so that a busy or frozen page finds one waiting, not a hundred. Where the worker does not come, the page's
 * own timers have to do.
 */
export function steadyTicks(startWorker: () => Worker): Ticks {
  const waiting = new Map<number, () => void>();
  let lastNumber = 0;
  const fallBacks = new Set<() => void>();

  let isAbsent = false;
  const worker = startWorker();
  worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
    waiting.get(data)?.();
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    isAbsent = true;
    for (const fallBack of fallBacks) fallBack();
    fallBacks.clear();
  });

  return (milliseconds, callback) => {
    if (isAbsent) return ownTicks(milliseconds, callback);
    const number = ++lastNumber;
    const ask = (): void => {
      worker.postMessage({ number, milliseconds } satisfies TickOrder);
    };
    let stopOwn = (): void => undefined;
    const fallBack = (): void => {
      waiting.delete(number);
      stopOwn = ownTicks(milliseconds, callback);
    };
    fallBacks.add(fallBack);
    waiting.set(number, () => {
      ask();
      callback();
    });
    ask();
    return () => {
      waiting.delete(number);
      fallBacks.delete(fallBack);
      stopOwn();
    };
  };
}
