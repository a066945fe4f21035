import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { childTicks, mainThreadOf, readThreadStat, type ThreadTime } from './child-ticks.ts';

/** Ticks of 100 ms, over a thread that is as `looks` say, one look at the start and one for each tick. */
function ticksOver(looks: readonly (ThreadTime | null)[]): number {
  const rest = [...looks];
  const counted = vi.fn();
  const stop = childTicks(() => rest.shift() ?? null)(100, counted);
  vi.advanceTimersByTime(100 * (looks.length - 1));
  stop();
  return counted.mock.calls.length;
}
const runnable = (used: number): ThreadTime => ({ isRunnable: true, used });
const asleep = (used: number): ThreadTime => ({ isRunnable: false, used });

describe('childTicks()', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('counts every tick of a thread that has the processor, and of one that wants none', () => {
    expect(ticksOver([runnable(0), runnable(90), runnable(180)])).toBe(2);
    expect(ticksOver([asleep(0), asleep(0), asleep(0)])).toBe(2);
  });

  test('counts no tick in which a thread waited for a processor', () => {
    expect(ticksOver([runnable(500), runnable(500), runnable(510), runnable(520)])).toBe(0);
  });

  test('counts the loop of a thread that has little, when it has had enough', () => {
    const looks = Array.from({ length: 11 }, (_, tick) => runnable(10 * tick));
    expect(ticksOver(looks)).toBe(2);
  });

  test('counts every tick where the system does not tell', () => {
    expect(ticksOver([null, null, null])).toBe(2);
  });
});

describe('readThreadStat()', () => {
  test('reads the state and the times behind a name that holds anything', () => {
    const line = '7 (a) R (b) c) S 1 7 7 0 -1 4194304 93 0 0 0 25 5 0 0 20 0 1 0 100 0 0';
    expect(readThreadStat(line)).toEqual({ isRunnable: false, used: 300 });
    expect(readThreadStat('no such thing')).toBeNull();
  });
});

test('this very thread runs, where the system tells', () => {
  const now = mainThreadOf(process.pid)();
  if (process.platform === 'linux') expect(now?.used).toBeGreaterThan(0);
  else expect(now).toBeNull();
});
