// The guard alone, against a client whose reading is decided by hand.
import { expect, test } from 'vitest';
import { createUnreadGuard } from './unread-guard.ts';

const MAX_UNREAD = 1024 * 1024;

/** A client to whom nothing goes out unless `reads`; `told` calls the callbacks of what went out. */
function playClient({ reads }: { readonly reads: boolean }) {
  const callbacks: (() => void)[] = [];
  const client = {
    bufferedAmount: 0,
    isCut: false,
    send(data: Buffer, _options: { binary: boolean }, sent: () => void) {
      if (reads) callbacks.push(sent);
      else client.bufferedAmount += 2 + data.length;
    },
    terminate() {
      client.isCut = true;
    },
  };
  const told = () => {
    for (const sent of callbacks.splice(0)) sent();
  };
  return { client, told, send: createUnreadGuard(client, MAX_UNREAD) };
}

/** How many messages of `size` bytes go to a client that reads none before it is cut. */
function sentBeforeCut(size: number): number {
  const { client, send } = playClient({ reads: false });
  for (let count = 1; count <= MAX_UNREAD; count++) {
    send(Buffer.alloc(size), true);
    if (client.isCut) return count;
  }
  throw new Error('never cut');
}

test('a client that leaves large messages unread is cut past 1 MiB of them', () => {
  expect(sentBeforeCut(64 * 1024)).toBe(16);
});

test('a client that leaves tiny messages unread is cut before their frames weigh more than that', () => {
  expect(sentBeforeCut(0)).toBeLessThan(4096);
  expect(sentBeforeCut(1)).toBeLessThan(4096);
});

test('a client that reads may get any number of messages in one turn, and in all', () => {
  const { client, told, send } = playClient({ reads: true });
  for (let turn = 0; turn < 3; turn++) {
    for (let count = 0; count < 10_000; count++) send(Buffer.alloc(1), true);
    told();
  }
  expect(client.isCut).toBe(false);
});

test('what a client has read at last counts no more', () => {
  const { client, told, send } = playClient({ reads: true });
  for (let count = 0; count < 10_000; count++) send(Buffer.alloc(1), true);
  told();
  client.bufferedAmount = 300_000;
  send(Buffer.alloc(1), true);
  expect(client.isCut).toBe(false);
});
