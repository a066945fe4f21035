// The contract over a real WebSocket on loopback (`ws` on one end, Node's own on the other), and what only a socket can do wrong.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws';
import { describeMuxOver } from './mux.contract.ts';
import { createMux } from './mux.ts';
import { webSocketCarrier, type WebSocketLike } from './web-socket-carrier.ts';

async function makeSockets(): Promise<{
  client: WebSocket;
  server: ServerSocket;
  dispose: () => Promise<void>;
}> {
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 64 * 1024 });
  await once(wss, 'listening');
  const { port } = wss.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const [server] = (await once(wss, 'connection')) as [ServerSocket];
  const dispose = async () => {
    server.terminate();
    wss.close();
    await once(wss, 'close');
  };
  return { client, server, dispose };
}

describeMuxOver('a WebSocket', async () => {
  const { client, server, dispose } = await makeSockets();
  return {
    near: webSocketCarrier(client),
    far: webSocketCarrier(server),
    cut: () => {
      server.terminate();
    },
    dispose,
  };
});

test('the socket carrier closes on a text message', async () => {
  const { client, server, dispose } = await makeSockets();
  const mux = createMux(webSocketCarrier(server), { side: 'accepter' });
  if (client.readyState === WebSocket.CONNECTING) await once(client, 'open');
  client.send('hello');
  expect(await mux.closed).toEqual({ by: 'peer', violation: null });
  await dispose();
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
  emit(type: string): void {
    for (const each of this.#listeners) if (each.type === type) each.listener({ data: undefined });
  }
}
