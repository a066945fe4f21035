import { describe, expect, test } from 'vitest';

import { waitUntil } from './wait-until.ts';

/** A clock that counts; `settled` is called after each round. */
function countingClock(settled: (rounds: number) => void = () => undefined) {
  const counts = { rounds: 0, now: 0 };
  return {
    counts,
    clock: {
      now: () => Promise.resolve(counts.now),
      advance: (milliseconds: number) => {
        counts.now += milliseconds;
        return Promise.resolve();
      },
      settle: () => {
        counts.rounds += 1;
        settled(counts.rounds);
        return Promise.resolve();
      },
    },
  };
}

describe('waitUntil()', () => {
  test('does not move time when the answer comes without it', async () => {
    const { clock, counts } = countingClock();
    expect(await waitUntil(clock, () => counts.rounds === 3)).toBe(true);
    expect(counts).toEqual({ rounds: 3, now: 0 });
  });

  test('moves time no further than the answer', async () => {
    const { clock, counts } = countingClock();
    expect(await waitUntil(clock, () => counts.now >= 300)).toBe(true);
    expect(counts.now).toBe(300);
  });

  test('gives up after the virtual time that it was given, and no real time', async () => {
    const { clock, counts } = countingClock();
    expect(await waitUntil(clock, () => false, { within: 120 })).toBe(false);
    expect(counts.now).toBe(120);
  });

  test('counts its rounds anew while something still comes', async () => {
    let received = 0;
    const { clock, counts } = countingClock((rounds) => {
      if (rounds < 100) received += 1;
    });
    const progress = () => received;
    expect(await waitUntil(clock, () => counts.rounds === 100, { progress })).toBe(true);
    expect(counts.now).toBe(0);
  });
});
