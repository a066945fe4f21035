// Timers on an injected clock, and the order of the event loop.
import { beforeEach, describe, expect, test } from 'vitest';
import { nextTick, postMacrotask, whenIdle } from './event-loop.ts';
import { setHost } from './host.ts';
import {
  clearImmediate,
  clearTimeout,
  promises,
  setImmediate,
  setInterval,
  setTimeout,
} from './timers.ts';

type Pending = { readonly due: number; readonly callback: () => void };

let now = 0;
let pending = new Map<number, Pending>();
let errors: unknown[] = [];
const realSetImmediate = globalThis.setImmediate;

beforeEach(() => {
  now = 0;
  pending = new Map();
  errors = [];
  let lastHandle = 0;
  setHost({
    clock: {
      setTimeout: (callback, milliseconds) => {
        pending.set(++lastHandle, { due: now + milliseconds, callback });
        return lastHandle;
      },
      clearTimeout: (handle) => {
        pending.delete(handle as number);
      },
      now: () => now,
    },
    postMacrotask: (callback) => realSetImmediate(callback),
    reportError: (error) => errors.push(error),
  });
});

/** Fires, in order, what falls due up to `target`. */
function advanceTo(target: number): void {
  for (;;) {
    const [first] = [...pending]
      .filter(([, { due }]) => due <= target)
      .sort(([, a], [, b]) => a.due - b.due);
    if (!first) break;
    const [handle, { due, callback }] = first;
    pending.delete(handle);
    now = due;
    callback();
  }
  now = target;
}

describe('timers', () => {
  test('setTimeout passes its values, takes a bad delay for 1, and fires once', () => {
    const seen: unknown[] = [];
    setTimeout((...values: never[]) => seen.push(now, ...(values as unknown[])), 50, 'a', 'b');
    for (const delay of [0, -5, NaN, 2 ** 31]) setTimeout(() => seen.push(now), delay);
    advanceTo(1000);
    expect(seen).toEqual([1, 1, 1, 1, 50, 'a', 'b']);
    expect(pending.size).toBe(0);
  });

  test('setInterval repeats until it is cleared, also from its own callback', () => {
    const seen: number[] = [];
    const interval = setInterval(() => {
      seen.push(now);
      if (seen.length === 3) clearTimeout(interval);
    }, 10);
    advanceTo(100);
    expect(seen).toEqual([10, 20, 30]);
  });

  test('refresh() starts the delay again, before and after it has fired', () => {
    const seen: number[] = [];
    const timeout = setTimeout(() => seen.push(now), 10);
    advanceTo(6);
    timeout.refresh();
    advanceTo(20);
    timeout.refresh();
    advanceTo(100);
    expect(seen).toEqual([16, 30]);
  });

  test('a timer can be cleared by its object, its number, or the text of its number', () => {
    const timers = [1, 2, 3].map(() => setTimeout(() => errors.push('fired'), 10));
    clearTimeout(timers[0]);
    clearTimeout(Number(timers[1]));
    clearTimeout(`${Number(timers[2])}`);
    for (const nothing of [undefined, null, {}, 999_999]) clearTimeout(nothing);
    advanceTo(100);
    expect(errors).toEqual([]);
  });

  test('ref(), unref() and hasRef() answer as Node’s', () => {
    const timeout = setTimeout(() => undefined, 1);
    expect([timeout.hasRef(), timeout.unref().hasRef(), timeout.ref().hasRef()]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('an exception in a timer is reported and stops no other timer', () => {
    const seen: number[] = [];
    setTimeout(() => {
      throw new Error('cassé');
    }, 1);
    setTimeout(() => seen.push(now), 2);
    advanceTo(10);
    expect(errors).toHaveLength(1);
    expect(seen).toEqual([2]);
  });

  test('the promises of timers resolve with their value and reject on abort', async () => {
    const done = promises.setTimeout(5, 'valeur');
    const controller = new AbortController();
    const aborted = promises.setTimeout(50, 'jamais', { signal: controller.signal });
    controller.abort();
    advanceTo(5);
    expect(await done).toBe('valeur');
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError', code: 'ABORT_ERR' });
    expect(pending.size).toBe(0);
  });
});

describe('the event loop', () => {
  test('from a macrotask: ticks, then promises, then the next macrotask', async () => {
    const order: string[] = [];
    postMacrotask(() => {
      setImmediate(() => order.push('immediate'));
      void Promise.resolve().then(() => order.push('promise'));
      nextTick(() => {
        order.push('tick');
        nextTick(() => order.push('tick of a tick'));
      });
      order.push('now');
    });
    await whenIdle();
    expect(order).toEqual(['now', 'tick', 'tick of a tick', 'promise', 'immediate']);
  });

  test('an immediate that is cleared never runs', async () => {
    const immediate = setImmediate(() => errors.push('ran'));
    clearImmediate(immediate);
    await whenIdle();
    expect(errors).toEqual([]);
  });

  test('whenIdle() waits for macrotasks that macrotasks post', async () => {
    let depth = 0;
    const dive = () => {
      depth += 1;
      if (depth < 5) postMacrotask(dive);
    };
    postMacrotask(dive);
    await whenIdle();
    expect(depth).toBe(5);
  });
});
