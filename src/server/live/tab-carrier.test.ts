// The carrier alone, on a tab whose reading is decided by hand.
import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { tabCarrier } from './tab-carrier.ts';

const HIGH_WATER = 64 * 1024;

/** A socket that keeps what it is given until `read` is called, and a WebSocket that writes frames as they are. */
function playTab() {
  const held: (() => void)[] = [];
  const socket = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, callback) => held.push(callback),
    writev: (_chunks, callback) => held.push(callback),
  });
  const client = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    isCut: false,
    send: (frame: Uint8Array, _options: unknown, sent?: () => void) => {
      socket.write(frame, sent);
    },
    close: () => undefined,
    terminate: () => {
      client.isCut = true;
    },
  });
  const carrier = tabCarrier(client as unknown as WebSocket, socket, HIGH_WATER);
  let drains = 0;
  carrier.onDrain(() => drains++);
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    carrier,
    client,
    socket,
    nextTurn,
    drains: () => drains,
    /** Everything goes out. */
    read: async () => {
      await nextTurn();
      while (held.length > 0) {
        for (const callback of held.splice(0)) callback();
        await nextTurn();
      }
    },
  };
}

test.each([
  ['large frames', 32 * 1024, 3],
  ['single bytes', 1, 200],
])(
  '%s that wait make the tab slow at what they cost, until it has read them',
  async (_what, size, frames) => {
    const { carrier, drains, read } = playTab();
    carrier.send(new Uint8Array(size));
    expect(carrier.isCongested).toBe(false);
    for (let count = 1; count < frames; count++) carrier.send(new Uint8Array(size));
    expect(carrier.isCongested).toBe(true);
    expect(drains()).toBe(0);
    await read();
    expect(carrier.isCongested).toBe(false);
    expect(drains()).toBe(1);
    carrier.send(new Uint8Array(size));
    expect(carrier.isCongested).toBe(false);
  },
);

test('a tab that reads all the time is never slow', async () => {
  const { carrier, drains, read } = playTab();
  for (let count = 0; count < 100; count++) {
    carrier.send(new Uint8Array(16 * 1024));
    await read();
    expect(carrier.isCongested).toBe(false);
  }
  expect(drains()).toBe(0);
});

test('the frames of one turn go out in one write', async () => {
  const { carrier, socket, nextTurn } = playTab();
  let writes = 0;
  const writev = socket._writev?.bind(socket);
  socket._writev = (chunks, callback) => {
    writes += 1;
    expect(chunks).toHaveLength(3);
    writev?.(chunks, callback);
  };
  for (let count = 0; count < 3; count++) carrier.send(new Uint8Array(10));
  await nextTurn();
  expect(writes).toBe(1);
});

test('a tab that leaves 32 times the high water unread is cut', () => {
  const { carrier, client } = playTab();
  const frame = new Uint8Array(32 * 1024);
  for (let count = 0; count < 62; count++) carrier.send(frame);
  expect(client.isCut).toBe(false);
  for (let count = 0; count < 4; count++) carrier.send(frame);
  expect(client.isCut).toBe(true);
});

test('text is not the carrier’s, nor is anything after the end', () => {
  const { carrier, client } = playTab();
  const frames: number[] = [];
  let closes = 0;
  carrier.onFrame((frame) => frames.push(frame.length));
  carrier.onClose(() => closes++);
  client.emit('message', Buffer.from('text'), false);
  client.emit('message', Buffer.from([1, 2]), true);
  client.emit('close', 1006);
  client.emit('message', Buffer.from([1, 2, 3]), true);
  expect(frames).toEqual([2]);
  expect(closes).toBe(1);
});
