import { expect, test } from 'vitest';
import { createFloodGuard, FLOOD_CAPS } from './flood-guard.ts';

test('a flood guard says no until one message too many comes within its window', () => {
  let now = 0;
  const isFlood = createFloodGuard(3, () => now);
  expect([isFlood(), isFlood(), isFlood(), isFlood()]).toEqual([false, false, false, true]);
  now = FLOOD_CAPS.windowMilliseconds;
  expect(isFlood()).toBe(true);
  now += 1;
  expect(isFlood()).toBe(false);
});
