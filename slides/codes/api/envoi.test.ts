// The listings that send, run with the platform's own `WebSocket` over the loopback.
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { WebSocket as WsSocket } from 'ws';
import { event, openPage, serveLoopback } from '../loopback.fixture.ts';
import { runListing } from '../run-listing.fixture.ts';

type Send = (text: string) => boolean;

test('send() throws while connecting, and says nothing once the connection is closing', async () => {
  await using server = await serveLoopback();
  const received: string[] = [];
  server.wss.on('connection', (peer) => {
    peer.on('message', (data) => received.push((data as Buffer).toString()));
  });
  const ws = new server.WebSocket(server.address);
  expect(() => {
    ws.send('trop tôt');
  }).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
  await event(ws, 'open');
  ws.send('à temps');
  ws.close();
  expect(ws.readyState).toBe(WebSocket.CLOSING);
  ws.send('trop tard');
  await event(ws, 'close');
  expect(received).toEqual(['à temps']);
});

test('api/envoyer.js sends when open, and otherwise says that it did not', async () => {
  const door = Promise.withResolvers<undefined>();
  await using server = await serveLoopback({
    verifyClient: (_, accept) => {
      void door.promise.then(() => {
        accept(true);
      });
    },
  });
  const connected = once(server.wss, 'connection') as Promise<[WsSocket]>;
  const ws = new server.WebSocket(server.address);
  const { envoyer } = await runListing('api/envoyer.js', { ws, WebSocket }, ['envoyer']);
  expect((envoyer as Send)('trop tôt')).toBe(false);
  door.resolve(undefined);
  await event(ws, 'open');
  const [peer] = await connected;
  const message = once(peer, 'message') as Promise<[Buffer]>;
  expect((envoyer as Send)('bonjour')).toBe(true);
  expect((await message)[0].toString()).toBe('bonjour');
  ws.close();
  expect((envoyer as Send)('trop tard')).toBe(false);
});

test('api/octets.js sends six bytes in network order, and reads the same back', async () => {
  await using server = await serveLoopback();
  server.wss.on('connection', (peer) => {
    peer.on('message', (data, isBinary) => {
      received.push(Buffer.from(data as Buffer).toString('hex'));
      peer.send('du texte');
      peer.send(data as Buffer, { binary: isBinary });
    });
  });
  const received: string[] = [];
  const ws = await openPage(server);
  const shown = Promise.withResolvers<[number, number]>();
  const afficher = (capteur: number, degres: number): void => {
    shown.resolve([capteur, degres]);
  };
  await runListing('api/octets.js', { ws, capteur: 258, degres: 21.5, afficher });
  expect(await shown.promise).toEqual([258, 21.5]);
  expect(received).toEqual(['010241ac0000']);
});

test('a binary message is a Blob by default, whose text is « [object Blob] »', async () => {
  await using server = await serveLoopback();
  server.wss.on('connection', (peer) => {
    peer.send(Buffer.from([1]));
  });
  const ws = new server.WebSocket(server.address);
  const message = await event(ws, 'message');
  expect(String(message.data)).toBe('[object Blob]');
});

/** A connection whose network takes nothing until `drain`. */
const slowConnection = (): { bufferedAmount: number; readyState: number; sent: number[] } & {
  send(chunk: Uint8Array): void;
} => ({
  bufferedAmount: 0,
  readyState: WebSocket.OPEN,
  sent: [],
  send(chunk) {
    this.sent.push(chunk.length);
    this.bufferedAmount += chunk.length;
  },
});

type SendAll = (chunks: readonly Uint8Array[]) => Promise<boolean>;
const CHUNKS = Array.from({ length: 5 }, () => new Uint8Array(600_000));

test('api/contre-pression.js stops above its threshold, and goes on when the network has taken the rest', async () => {
  vi.useFakeTimers();
  const ws = slowConnection();
  const { envoyerTout } = await runListing('api/contre-pression.js', { ws, WebSocket }, [
    'envoyerTout',
  ]);
  const done = (envoyerTout as SendAll)(CHUNKS);
  await vi.advanceTimersByTimeAsync(500);
  expect(ws.sent).toHaveLength(2);
  ws.bufferedAmount = 0;
  await vi.advanceTimersByTimeAsync(50);
  expect(ws.sent).toHaveLength(4);
  ws.bufferedAmount = 0;
  await vi.advanceTimersByTimeAsync(50);
  expect(await done).toBe(true);
  expect(ws.sent).toHaveLength(5);
  vi.useRealTimers();
});

test('api/contre-pression.js gives up where the connection closes while it waits', async () => {
  vi.useFakeTimers();
  const ws = slowConnection();
  const { envoyerTout } = await runListing('api/contre-pression.js', { ws, WebSocket }, [
    'envoyerTout',
  ]);
  const done = (envoyerTout as SendAll)(CHUNKS);
  ws.readyState = WebSocket.CLOSED;
  await vi.advanceTimersByTimeAsync(50);
  expect(await done).toBe(false);
  vi.useRealTimers();
});

test('api/flux.js writes, then takes one message at a time: the next waits until this one is treated', async () => {
  const written: string[] = [];
  let pulled = 0;
  class WebSocketStream {
    readonly opened = Promise.resolve({
      readable: new ReadableStream<number>(
        {
          pull(controller) {
            pulled += 1;
            if (pulled > 3) controller.close();
            else controller.enqueue(pulled);
          },
        },
        { highWaterMark: 0 },
      ),
      writable: new WritableStream<string>({
        write(text) {
          written.push(text);
        },
      }),
    });
  }
  const treated: [number, number][] = [];
  const traiter = async (message: number): Promise<void> => {
    await Promise.resolve();
    treated.push([message, pulled]);
  };
  await runListing('api/flux.js', { WebSocketStream, traiter });
  expect(written).toEqual(['abonner']);
  expect(treated).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});
