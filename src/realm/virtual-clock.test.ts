import { describe, expect, test, vi } from 'vitest';
import { TIMER_CAPS, VirtualClock } from './virtual-clock.ts';
import { createVirtualTimers } from './virtual-date.ts';

function createClock(threadsDone = () => Promise.resolve()) {
  const raised: unknown[] = [];
  const flood = vi.fn();
  const clock = new VirtualClock({
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    threadsDone,
    raise: (error) => raised.push(error),
    flood,
  });
  return { clock, raised, flood, ...createVirtualTimers(clock) };
}

describe('VirtualClock', () => {
  test('fires by time, then by order of creation, letting promises settle between two', async () => {
    const { clock, setTimeout } = createClock();
    const fired: string[] = [];
    setTimeout(() => fired.push('c'), 20);
    setTimeout(() => {
      fired.push('a');
      void Promise.resolve().then(() => fired.push('a, then'));
    }, 10);
    setTimeout(() => fired.push('b'), 10);
    await clock.advance(19);
    expect(fired).toEqual(['a', 'a, then', 'b']);
    await clock.advance(1);
    expect(fired.at(-1)).toBe('c');
    expect(clock.now()).toBe(20);
  });

  test('fires timers due at the same time in the order in which they were set, whatever their delays', async () => {
    const { clock, setTimeout } = createClock();
    const fired: string[] = [];
    setTimeout(() => fired.push('a'), 30);
    await clock.advance(10);
    setTimeout(() => fired.push('b'), 20);
    setTimeout(() => fired.push('soon'), 5);
    await clock.advance(10);
    setTimeout(() => fired.push('c'), 10);
    await clock.advance(20);
    expect(fired).toEqual(['soon', 'a', 'b', 'c']);
  });

  test('keeps delays apart, those that nobody waits for any more included', async () => {
    const { clock, setTimeout } = createClock();
    const fired: string[] = [];
    setTimeout(() => undefined, 10);
    await clock.advance(10);
    setTimeout(() => fired.push('late'), 30);
    setTimeout(() => fired.push('soon'), 10);
    await clock.advance(30);
    expect(fired).toEqual(['soon', 'late']);
  });

  test('forgets those that are cleared, the first, the last or in between, and a refreshed one waits anew', async () => {
    const { clock, setTimeout, clearTimeout } = createClock();
    const fired: number[] = [];
    const [first, second, third, , last] = [0, 1, 2, 3, 4].map((name) =>
      setTimeout(() => fired.push(name), 10),
    );
    await clock.advance(5);
    for (const timeout of [first, third, last, first]) clearTimeout(timeout);
    second?.refresh();
    expect(clock.timers()).toEqual({ waiting: 2, referenced: 2 });
    await clock.advance(10);
    expect(fired).toEqual([3, 1]);
    expect(clock.timers().waiting).toBe(0);
    expect(clock.nextDue()).toBeNull();
  });

  test('moves time only once other threads have done what they were asked', async () => {
    const threads = Promise.withResolvers<undefined>();
    const { clock, setTimeout } = createClock(() => threads.promise);
    const heard: string[] = [];
    setTimeout(() => heard.push('timer'), 1);
    void threads.promise.then(() => heard.push('digest'));
    const moved = clock.advance(1_000);
    await clock.settle();
    expect(heard).toEqual([]);
    threads.resolve(undefined);
    await moved;
    expect(heard).toEqual(['digest', 'timer']);
  });

  test('shows each timer the time at which it was due', async () => {
    const { clock, setInterval } = createClock();
    const times: number[] = [];
    setInterval(() => times.push(clock.now()), 30);
    await clock.advance(100);
    expect(times).toEqual([30, 60, 90]);
  });

  test('a timer set by a timer fires in the same advance when it falls due', async () => {
    const { clock, setTimeout } = createClock();
    const fired: number[] = [];
    setTimeout(() => setTimeout(() => fired.push(clock.now()), 5), 5);
    await clock.advance(10);
    expect(fired).toEqual([10]);
  });

  test.each([0, -1, NaN, Infinity, 2 ** 31, undefined, 'dix'])(
    'a delay of %s is one millisecond',
    (delay) => {
      const { clock, setTimeout } = createClock();
      setTimeout(() => undefined, delay);
      expect(clock.nextDue()).toBe(1);
    },
  );

  test('an interval cleared inside its own callback stops', async () => {
    const { clock, setInterval, clearInterval } = createClock();
    let count = 0;
    const interval = setInterval(() => {
      count += 1;
      if (count === 2) clearInterval(interval);
    }, 10);
    await clock.advance(100);
    expect(count).toBe(2);
  });

  test('a timer is cleared by its object, its number and its text', async () => {
    const { clock, setTimeout, clearTimeout } = createClock();
    const fired = vi.fn();
    const handles = [setTimeout(fired, 1), setTimeout(fired, 1), setTimeout(fired, 1)];
    clearTimeout(handles[0]);
    clearTimeout(Number(handles[1]));
    clearTimeout(`${Number(handles[2])}`);
    clearTimeout(undefined);
    await clock.advance(10);
    expect(fired).not.toHaveBeenCalled();
  });

  test('raises what a timer throws, and goes on', async () => {
    const { clock, raised, setTimeout } = createClock();
    const fired = vi.fn();
    setTimeout(() => {
      throw new Error('tard');
    }, 1);
    setTimeout(fired, 2);
    await clock.advance(5);
    expect(raised).toHaveLength(1);
    expect(fired).toHaveBeenCalledOnce();
  });

  test('calls it a flood when too many timers wait', () => {
    const { flood, setTimeout } = createClock();
    for (let count = 0; count <= TIMER_CAPS.pending; count += 1) setTimeout(() => undefined, 1);
    expect(flood).toHaveBeenCalledOnce();
  });

  test('calls it a flood when one advance fires without end', async () => {
    const { clock, flood, setInterval } = createClock();
    setInterval(() => undefined, 0);
    await clock.advance(TIMER_CAPS.fired + 1_000);
    expect(flood).toHaveBeenCalledOnce();
  });

  test('refuses a callback that is not a function, with Node’s code', () => {
    const { setTimeout } = createClock();
    expect(() => setTimeout('alert(1)' as never, 1)).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
    );
  });
});

/** Real time moved by hand: `pass` lets so many milliseconds go by and rings what was to ring. */
function createRealTime() {
  let now = 5_000;
  let alarms: { readonly at: number; readonly ring: () => void }[] = [];
  return {
    time: {
      now: () => now,
      date: () => 1_700_000_000_000 + now,
      wake: (milliseconds: number, ring: () => void) => {
        alarms.push({ at: now + milliseconds, ring });
      },
    },
    pass: async (milliseconds: number) => {
      now += milliseconds;
      const due = alarms.filter(({ at }) => at <= now);
      alarms = alarms.filter(({ at }) => at > now);
      for (const { ring } of due) ring();
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    },
    get waiting() {
      return alarms.length;
    },
  };
}

describe('VirtualClock that runs', () => {
  test('keeps the time it had and goes on by itself, timers set before included', async () => {
    const { clock, setTimeout } = createClock();
    const real = createRealTime();
    const fired: number[] = [];
    await clock.advance(10);
    setTimeout(() => fired.push(clock.now()), 20);
    clock.run(real.time);
    expect(clock.now()).toBe(10);
    await real.pass(19);
    expect(fired).toEqual([]);
    await real.pass(1);
    expect(fired).toEqual([30]);
    expect(clock.date()).toBe(1_700_000_005_020);
  });

  test('fires a timer that is due before those already waiting, and an interval again and again', async () => {
    const { clock, setTimeout, setInterval } = createClock();
    const real = createRealTime();
    clock.run(real.time);
    const fired: string[] = [];
    setTimeout(() => fired.push('late'), 100);
    setTimeout(() => fired.push('early'), 10);
    const interval = setInterval(() => fired.push('tick'), 40);
    for (let turn = 0; turn < 10; turn += 1) await real.pass(10);
    clock.remove(interval);
    await real.pass(100);
    expect(fired).toEqual(['early', 'tick', 'tick', 'late']);
  });

  test('a timer put off again and again leaves few alarms behind', async () => {
    const { clock, setTimeout } = createClock();
    const real = createRealTime();
    clock.run(real.time);
    const timeout = setTimeout(() => undefined, 50);
    for (let turn = 0; turn < 100; turn += 1) {
      await real.pass(1);
      timeout.refresh();
    }
    expect(real.waiting).toBeLessThan(3);
  });

  test('cannot be advanced', async () => {
    const { clock } = createClock();
    clock.run(createRealTime().time);
    await clock.advance(1_000);
    expect(clock.now()).toBe(0);
  });
});
