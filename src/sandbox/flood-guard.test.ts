import { expect, test } from 'vitest';
import type { Carrier } from '../mux/index.ts';
import { createFloodGuard, FLOOD_CAPS, guardCarrier } from './flood-guard.ts';

test('a flood guard says no until one message too many comes within its window', () => {
  let now = 0;
  const isFlood = createFloodGuard(3, () => now);
  expect([isFlood(), isFlood(), isFlood(), isFlood()]).toEqual([false, false, false, true]);
  now = FLOOD_CAPS.windowMilliseconds;
  expect(isFlood()).toBe(true);
  now += 1;
  expect(isFlood()).toBe(false);
});

test('the first frame too many closes the carrier and is told once, whatever was on its way', () => {
  const told: string[] = [];
  let send: (frame: Uint8Array) => void = () => undefined;
  const carrier: Carrier = {
    send: () => undefined,
    onFrame: (listener) => {
      send = listener;
    },
    onClose: () => undefined,
    close: () => told.push('closed'),
  };
  let now = 0;
  const guarded = guardCarrier(
    carrier,
    createFloodGuard(2, () => now),
    () => told.push('flooded'),
  );
  guarded.onFrame(() => told.push('frame'));
  for (let count = 0; count < 10; count += 1) send(new Uint8Array(1));
  now += 2 * FLOOD_CAPS.windowMilliseconds;
  send(new Uint8Array(1));
  expect(told).toEqual(['frame', 'frame', 'closed', 'flooded']);
});

test('frames that carry a chat’s data count for a tenth: credit bounds them already', () => {
  const told: string[] = [];
  let send: (frame: Uint8Array) => void = () => undefined;
  const carrier: Carrier = {
    send: () => undefined,
    onFrame: (listener) => {
      send = listener;
    },
    onClose: () => undefined,
    close: () => undefined,
  };
  const guarded = guardCarrier(
    carrier,
    createFloodGuard(FLOOD_CAPS.frames, () => 0),
    () => told.push('flooded'),
  );
  let heard = 0;
  guarded.onFrame(() => (heard += 1));
  const data = Uint8Array.of(4, 0, 0, 0, 1, 0x2a);
  for (let count = 0; count < 4 * FLOOD_CAPS.frames; count += 1) send(data);
  expect([heard, told]).toEqual([4 * FLOOD_CAPS.frames, []]);
  for (let count = 0; count < 7 * FLOOD_CAPS.frames; count += 1) send(data);
  expect(told).toEqual(['flooded']);
});
