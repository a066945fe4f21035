import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TerminationThrottle } from './termination-throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function pauseLength(throttle: TerminationThrottle): Promise<number> {
  const before = performance.now();
  const pause = throttle.pause();
  await vi.runAllTimersAsync();
  await pause;
  return performance.now() - before;
}

test('pause() is over at once when no thread burns, or one', async () => {
  const throttle = new TerminationThrottle();
  expect(await pauseLength(throttle)).toBe(0);
  throttle.burning();
  expect(await pauseLength(throttle)).toBe(0);
});

test('pause() waits until one burning thread is left, and no longer', async () => {
  const throttle = new TerminationThrottle();
  throttle.burning();
  await vi.advanceTimersByTimeAsync(500);
  throttle.burning();
  await vi.advanceTimersByTimeAsync(100);
  throttle.burning();
  // Ends at 2,000, 2,500 and 2,600 ms; it is 600: the second to last leaves at 2,500.
  expect(await pauseLength(throttle)).toBe(1_900);
  expect(await pauseLength(throttle)).toBe(0);
});

test('pause() forgets threads that have stopped', async () => {
  const throttle = new TerminationThrottle();
  throttle.burning();
  throttle.burning();
  await vi.advanceTimersByTimeAsync(2_001);
  expect(await pauseLength(throttle)).toBe(0);
});
