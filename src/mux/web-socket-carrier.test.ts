// What only a WebSocket can do wrong; its contract is in `mux-carriers.test.ts`.
import { expect, test } from 'vitest';
import { webSocketCarrier, type WebSocketLike } from './web-socket-carrier.ts';

test.each([
  ['a text message', 'hello'],
  ['a Blob', new Blob(['hello'])],
])('the socket carrier closes on %s', (_what, data) => {
  const socket = new FakeSocket();
  socket.readyState = 1;
  const carrier = webSocketCarrier(socket);
  const frames: Uint8Array[] = [];
  let closes = 0;
  carrier.onFrame((frame) => frames.push(frame));
  carrier.onClose(() => closes++);
  socket.emit('message', new ArrayBuffer(5));
  socket.emit('message', data);
  socket.emit('message', new ArrayBuffer(6));
  expect(frames).toEqual([new Uint8Array(5)]);
  expect(socket.readyState).toBe(3);
  expect(closes).toBe(1);
});

test('frames sent while the socket is connecting go out, in order, when it opens', () => {
  const socket = new FakeSocket();
  const carrier = webSocketCarrier(socket);
  carrier.send(new Uint8Array([1]));
  carrier.send(new Uint8Array([2]));
  expect(socket.sent).toEqual([]);
  socket.readyState = 1;
  socket.emit('open');
  expect(socket.sent.map((frame) => frame[0])).toEqual([1, 2]);
});

test('the socket carrier cuts a peer that no longer reads', () => {
  const socket = new FakeSocket();
  socket.readyState = 1;
  const carrier = webSocketCarrier(socket, { maxBufferedBytes: 1000 });
  let closes = 0;
  carrier.onClose(() => closes++);
  carrier.send(new Uint8Array(5));
  socket.bufferedAmount = 1001;
  carrier.send(new Uint8Array(5));
  carrier.send(new Uint8Array(5));
  expect(socket.sent).toHaveLength(1);
  expect(socket.isTerminated).toBe(true);
  expect(closes).toBe(1);
});

/** A socket driven by hand. */
class FakeSocket implements WebSocketLike {
  binaryType = 'blob';
  readyState = 0;
  bufferedAmount = 0;
  isTerminated = false;
  readonly sent: Uint8Array[] = [];
  readonly #listeners: { type: string; listener: (event: { data: unknown }) => void }[] = [];
  send(data: Uint8Array): void {
    this.sent.push(data);
  }
  close(): void {
    this.readyState = 3;
  }
  terminate(): void {
    this.isTerminated = true;
  }
  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    this.#listeners.push({ type, listener });
  }
  emit(type: string, data?: unknown): void {
    for (const each of this.#listeners) if (each.type === type) each.listener({ data });
  }
}
