// The speaker's timer: what it counts, what a reload gives back, and how it compares with the plan.
import { describe, expect, test } from 'vitest';
import {
  elapsedOf,
  paceOf,
  pause,
  readTalkTimes,
  showElapsed,
  start,
  UNSTARTED,
} from './talk-timer.ts';

const MINUTE = 60_000;

test('counts only while it runs, and starts once', () => {
  const running = start(start(UNSTARTED, 1000), 4000);
  const paused = pause(running, 6000);
  expect(elapsedOf(paused, 99_000)).toBe(5000);
  expect(elapsedOf(start(paused, 100_000), 101_000)).toBe(6000);
});

test('never counts backwards when the machine’s clock is set back', () => {
  expect(elapsedOf(start(UNSTARTED, 5000), 1000)).toBe(0);
});

describe('what was kept', () => {
  test('is given back', () => {
    const times = start(pause(start(UNSTARTED, 0), 5000), 9000);
    expect(readTalkTimes(JSON.stringify(times))).toEqual(times);
  });

  test.each([null, '', '{', '3', '{"before":-1}', '{"before":"1"}', '{"since":1}'])(
    '%j starts afresh',
    (kept) => {
      expect(readTalkTimes(kept)).toEqual(UNSTARTED);
    },
  );
});

test.each([
  [0, '0:00'],
  [65_900, '1:05'],
  [59 * MINUTE, '59:00'],
  [67 * MINUTE + 5000, '1:07:05'],
])('%d ms is shown as %s', (elapsed, shown) => {
  expect(showElapsed(elapsed)).toBe(shown);
});

test.each([
  [6, { kind: 'onTime' }],
  [4.1, { kind: 'onTime' }],
  [3.9, { kind: 'early', minutes: 1 }],
  [0, { kind: 'early', minutes: 5 }],
  [8.9, { kind: 'onTime' }],
  [9.5, { kind: 'late', minutes: 1 }],
  [20, { kind: 'late', minutes: 12 }],
])('at %d minutes, on a slide planned from 5 to 8', (minutes, pace) => {
  expect(paceOf(minutes * MINUTE, 5, 8)).toEqual(pace);
});
