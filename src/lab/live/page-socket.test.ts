// A page's WebSocket, ended in the shell and carried by a real one to a real server: what passes is what a page of its own would see.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { createWebSocketClass } from '../../browser-websocket/index.ts';
import { PageSocket } from './page-socket.ts';

let server: WebSocketServer;
const said: string[] = [];

const wait = (milliseconds: number, callback: () => void): void => {
  setTimeout(callback, milliseconds);
};

beforeAll(async () => {
  server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => (offered.has('chat') ? 'chat' : false),
    verifyClient: ({ req }: { req: IncomingMessage }) => req.url !== '/refuse',
  });
  await once(server, 'listening');
});

afterAll(() => {
  for (const client of server.clients) client.terminate();
  server.close();
});

/** What the page runs: the class that its frame has, joined to the shell. */
function openPageSocket(path: string, protocols: readonly string[] = []) {
  const { port } = server.address() as AddressInfo;
  said.length = 0;
  const PageWebSocket = createWebSocketClass({
    baseUrl: 'http://localhost:8080/',
    origin: 'null',
    connect: () =>
      Promise.resolve(
        new PageSocket({
          connect: (target, subprotocols) =>
            new WebSocket(`ws://127.0.0.1:${port}${target}`, [...subprotocols]),
          wait,
          opened: () => said.push('opened'),
          heard: (text) => said.push(`heard ${text}`),
          closed: (code, wasOpen) => said.push(`closed ${code} ${wasOpen ? 'open' : 'refused'}`),
        }).stream,
      ),
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
    queueTask: (task) => {
      setTimeout(task, 0);
    },
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const socket = new PageWebSocket(path, [...protocols]);
  socket.binaryType = 'arraybuffer';
  const events: string[] = [];
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('error', () => events.push('error'));
    socket.addEventListener('close', (event: Event) => {
      const { code, reason, wasClean } = event as CloseEvent;
      events.push(`close ${code} « ${reason} » ${wasClean ? 'clean' : 'unclean'}`);
      resolve();
    });
  });
  return { socket, events, closed };
}

async function openBoth(protocols: readonly string[] = []) {
  const connected = once(server, 'connection') as Promise<[ServerSocket]>;
  const page = openPageSocket('/chat', protocols);
  const [peer] = await connected;
  peer.on('error', () => undefined);
  if (page.socket.readyState === 0) await once(page.socket as EventTarget, 'open');
  return { ...page, peer };
}

const nextMessage = async (socket: EventTarget): Promise<unknown> => {
  const [event] = (await once(socket, 'message')) as [MessageEvent<unknown>];
  return event.data;
};

test('texts and bytes pass both ways as they are, the subprotocol too', async () => {
  const { socket, peer } = await openBoth(['autre', 'chat']);
  expect(socket.protocol).toBe('chat');
  for (const text of ['', 'é🦊', 'x'.repeat(200_000)]) {
    const heard = once(peer, 'message') as Promise<[Buffer, boolean]>;
    socket.send(text);
    const [data, isBinary] = await heard;
    expect([data.toString(), isBinary]).toEqual([text, false]);
    const back = nextMessage(socket);
    peer.send(text);
    expect(await back).toBe(text);
  }
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index);
  const heard = once(peer, 'message') as Promise<[Buffer, boolean]>;
  socket.send(bytes);
  const [data, isBinary] = await heard;
  expect([data.equals(bytes), isBinary]).toEqual([true, true]);
  const back = nextMessage(socket);
  peer.send(bytes);
  expect(new Uint8Array((await back) as ArrayBuffer)).toEqual(bytes);
  peer.terminate();
});

test.each([
  [1000, 'fini'],
  [1001, 'arrêt du serveur'],
  [1008, ''],
  [1011, 'x'.repeat(123)],
  [4321, 'à moi'],
])('the server’s Close %i reaches the page with its reason', async (code, reason) => {
  const { events, closed, peer } = await openBoth();
  peer.close(code, reason);
  await closed;
  expect(events).toEqual([`close ${code} « ${reason} » clean`]);
  expect(said.at(-1)).toBe(`closed ${code} open`);
});

test('a Close without a code stays without one', async () => {
  const { events, closed, peer } = await openBoth();
  peer.close();
  await closed;
  expect(events).toEqual(['close 1005 «  » clean']);
});

test.each([
  [1000, 'à plus'],
  [3000, ''],
  [4999, 'é'],
])('the page’s close(%i) reaches the server with its reason', async (code, reason) => {
  const { socket, events, closed, peer } = await openBoth();
  const heard = once(peer, 'close') as Promise<[number, Buffer]>;
  socket.close(code, reason);
  const [received, text] = await heard;
  expect([received, text.toString()]).toEqual([code, reason]);
  await closed;
  expect(events).toEqual([`close ${code} « ${reason} » clean`]);
});

test('a refusal is an error and 1006', async () => {
  const { events, closed } = openPageSocket('/refuse');
  await closed;
  expect(events).toEqual(['error', 'close 1006 «  » unclean']);
  expect(said).toEqual(['closed 1006 refused']);
});

test('a connection that is cut is 1006, unclean', async () => {
  const { events, closed, peer } = await openBoth();
  peer.terminate();
  await closed;
  expect(events.at(-1)).toBe('close 1006 «  » unclean');
  expect(said.at(-1)).toBe('closed 1006 open');
});

test('an address that the shell refuses is a refusal for the page', async () => {
  const stream = new PageSocket({
    connect: () => {
      throw new RangeError('not there');
    },
    wait,
    opened: () => undefined,
    heard: () => undefined,
    closed: () => undefined,
  }).stream;
  const writer = stream.writable.getWriter();
  await writer.write(
    new TextEncoder().encode(
      'GET /../../ws/live HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    ),
  );
  const { value } = await stream.readable.getReader().read();
  expect(new TextDecoder().decode(value)).toMatch(/^HTTP\/1\.1 400 /);
});

test('a page that is gone leaves its server', async () => {
  const { socket, peer } = await openBoth();
  const heard = once(peer, 'close') as Promise<[number]>;
  socket.close();
  expect((await heard)[0]).toBe(1005);
});
