// chat/reprise.js: who comes back gets what it missed, no more, or is told to ask for everything.
import { expect, test, vi } from 'vitest';

type History = {
  retenir: (text: string) => void;
  depuis: (id: number) => { id: number; texte: string }[] | null;
};

async function fill(count: number): Promise<History> {
  vi.resetModules();
  const history = await import('./reprise.js');
  for (let id = 1; id <= count; id += 1) history.retenir(`message ${id}`);
  return history;
}

test('chat/reprise.js gives the messages after the last one seen', async () => {
  const { depuis } = await fill(3);
  expect(depuis(1)).toEqual([
    { id: 2, texte: 'message 2' },
    { id: 3, texte: 'message 3' },
  ]);
  expect(depuis(0)).toHaveLength(3);
  expect(depuis(3)).toEqual([]);
});

test('chat/reprise.js keeps 500 messages, and says when the rest is lost', async () => {
  const { depuis } = await fill(510);
  expect(depuis(9)).toBeNull();
  expect(depuis(10)?.at(0)?.id).toBe(11);
  expect(depuis(10)).toHaveLength(500);
});

test('chat/reprise.js knows that a number from before its restart means nothing', async () => {
  const { depuis } = await fill(2);
  expect(depuis(40)).toBeNull();
  const empty = await fill(0);
  expect(empty.depuis(0)).toEqual([]);
});
