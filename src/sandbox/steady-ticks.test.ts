import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { steadyTicks } from './steady-ticks.ts';
import type { TickOrder } from './tick-worker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What `steadyTicks` uses of a worker, driven by hand. */
class FakeWorker extends EventTarget {
  readonly orders: TickOrder[] = [];

  postMessage(order: TickOrder): void {
    this.orders.push(order);
  }

  tick(number: number): void {
    this.dispatchEvent(new MessageEvent('message', { data: number }));
  }
}

function ticking() {
  const worker = new FakeWorker();
  const every = steadyTicks(() => worker as unknown as Worker);
  return { worker, every };
}

test('a tick comes from the worker, and the next one is asked for only then', () => {
  const { worker, every } = ticking();
  const callback = vi.fn();
  every(250, callback);
  vi.advanceTimersByTime(10_000);
  expect(callback).not.toHaveBeenCalled();
  expect(worker.orders).toEqual([{ number: 1, milliseconds: 250 }]);
  worker.tick(1);
  expect(callback).toHaveBeenCalledOnce();
  expect(worker.orders).toHaveLength(2);
});

test('a tick that comes after the end is not heard, and no other is asked for', () => {
  const { worker, every } = ticking();
  const [first, second] = [vi.fn(), vi.fn()];
  const stop = every(250, first);
  every(300, second);
  stop();
  worker.tick(1);
  worker.tick(2);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  expect(worker.orders).toHaveLength(3);
});

test('without its worker, ticks come from the page’s own timers, for those who wait already and for others', () => {
  const { worker, every } = ticking();
  const [first, second] = [vi.fn(), vi.fn()];
  const stop = every(250, first);
  worker.dispatchEvent(new Event('error'));
  every(500, second);
  vi.advanceTimersByTime(1_000);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([4, 2]);
  stop();
  vi.advanceTimersByTime(1_000);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([4, 4]);
});
