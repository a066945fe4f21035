// Messages between windows: ours are read, everything else is left alone.
import { onTestFinished, describe, expect, test } from 'vitest';
import { openDeckChannel, readDeckMessage } from './deck-channel.ts';
import type { DeckMessage } from './deck-channel.ts';

const STATE = {
  type: 'state',
  deck: 'a',
  id: 'plan',
  step: 1,
  steps: 3,
  black: false,
  byHand: true,
} as const;

describe('readDeckMessage()', () => {
  test.each([
    STATE,
    { type: 'hello' },
    { type: 'bye', deck: 'a' },
    { type: 'go', id: 'plan', step: 0 },
    { type: 'go', id: 'plan', step: 2, except: 'a' },
    { type: 'press', deck: 'a', key: 'next' },
  ])('reads $type', (message) => {
    expect(readDeckMessage(message)).toEqual(message);
  });

  test.each([
    null,
    'hello',
    {},
    { type: 'bye' },
    { type: 'press', deck: 'a', key: 'format' },
    { type: 'go', id: 'plan', step: -1 },
    { type: 'go', id: 'plan', step: 0.5 },
    { type: 'go', step: 0 },
    { ...STATE, steps: '3' },
    { ...STATE, deck: 3 },
  ])('leaves %j alone', (data) => {
    expect(readDeckMessage(data)).toBeUndefined();
  });
});

test('two windows hear each other, and not themselves', async () => {
  const heard: DeckMessage[] = [];
  const { promise, resolve } = Promise.withResolvers<DeckMessage>();
  const one = openDeckChannel((message) => heard.push(message));
  const other = openDeckChannel(resolve);
  onTestFinished(() => {
    one?.close();
    other?.close();
  });
  one?.send(STATE);
  expect(await promise).toEqual(STATE);
  expect(heard).toEqual([]);
});
