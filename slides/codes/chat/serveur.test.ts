// chat/serveur.js, the program of the slides, run as a process and met over the loopback.
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Server } from 'node:http';
import type { WebSocketServer } from 'ws';
import { readCode } from '../run-listing.fixture.ts';
import {
  freePort,
  hear,
  openChat,
  runToEnd,
  type Program,
  sendUnmasked,
  startChat,
  startProgram,
} from './chat-server.fixture.ts';

/** Milliseconds for a process to start on a busy machine. */
const SLOW_START = 30_000;

// One process for the tests that leave it running: starting one is the slow part.
let port: number;
let chat: Program;

beforeAll(async () => {
  port = await freePort();
  chat = await startProgram('serveur.js', port);
}, SLOW_START);

afterAll(async () => {
  await chat[Symbol.asyncDispose]();
});

test('an ordinary request is answered with the page, and its script with its type', async () => {
  const page = await fetch(`http://127.0.0.1:${chat.port}/`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toBe(await readCode('chat/chat.html'));
  const script = await fetch(`http://127.0.0.1:${chat.port}/chat.js`);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await script.text()).toBe(await readCode('chat/chat.js'));
});

test('it prints the port that it listens on', () => {
  expect(chat.firstLine).toBe(`À l’écoute : http://localhost:${port}`);
});

test.each([
  'https://pirate.example',
  'null',
  undefined,
  'http://localhost',
  'http://localhost:PORT.pirate.example',
  'http://localhost:PORT, https://pirate.example',
])('origin %s gets 403 and no connection', async (origin) => {
  const client = new WebSocket(`ws://127.0.0.1:${chat.port}/chat`, {
    ...(origin !== undefined && { origin: origin.replace('PORT', String(chat.port)) }),
  });
  client.on('error', () => undefined);
  const [, response] = (await once(client, 'unexpected-response')) as [
    unknown,
    { statusCode: number },
  ];
  expect(response.statusCode).toBe(403);
});

test('a message comes to everyone, its author included, as text', async () => {
  const alice = await openChat(chat);
  const bob = await openChat(chat);
  const heard = Promise.all([alice, bob].map((client) => once(client, 'message')));
  alice.send('à tous');
  for (const [data, isBinary] of (await heard) as [Buffer, boolean][]) {
    expect([data.toString(), isBinary]).toEqual(['à tous', false]);
  }
});

test('A and B leave, C and D still hear each other', async () => {
  const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(() => openChat(chat)));
  for (const client of [a!, b!]) {
    client.close();
    await once(client, 'close');
  }
  const heard = Promise.all([hear(c!), hear(d!)]);
  c!.send('encore là');
  expect(await heard).toEqual(['encore là', 'encore là']);
});

test('a binary message is refused with 1003, and the server lives on', async () => {
  const offender = await openChat(chat);
  offender.send(Buffer.from([1, 2, 3]));
  const [code] = (await once(offender, 'close')) as [number];
  expect(code).toBe(1003);
  const other = await openChat(chat);
  const heard = hear(other);
  other.send('vivant');
  expect(await heard).toBe('vivant');
});

test('a message of more than 64 KiB is refused with 1009', async () => {
  const client = await openChat(chat);
  client.send('a'.repeat(64 * 1024 + 1));
  const [code] = (await once(client, 'close')) as [number];
  expect(code).toBe(1009);
});

test('an unmasked frame closes its connection, and the server lives on', async () => {
  await sendUnmasked(chat.port);
  const other = await openChat(chat);
  const heard = hear(other);
  other.send('vivant');
  expect(await heard).toBe('vivant');
  expect(chat.errors()).toContain('WS_ERR_EXPECTED_MASK');
});

test(
  'asked to stop, it says 1001 to each client and exits by itself',
  async () => {
    await using chat = await startChat();
    const clients = await Promise.all([openChat(chat), openChat(chat)]);
    const closed = Promise.all(clients.map((client) => once(client, 'close')));
    const exited = once(chat.child, 'exit');
    chat.child.kill('SIGTERM');
    for (const [code, reason] of (await closed) as [number, Buffer][]) {
      expect([code, reason.toString()]).toEqual([1001, 'redémarrage']);
    }
    expect(await exited).toEqual([0, null]);
  },
  SLOW_START,
);

test(
  'started twice on one port, the second says why and exits with 1',
  async () => {
    const { code, errors } = await runToEnd('serveur.js', chat.port);
    expect(code).toBe(1);
    expect(errors).toMatch(/^Le serveur ne démarre pas : .*EADDRINUSE/);
  },
  SLOW_START,
);

describe('with a clock of the test’s own', () => {
  let server: { serveur: Server; wss: WebSocketServer; arreter: () => void };
  let port: number;

  beforeEach(async () => {
    port = await freePort();
    vi.stubEnv('PORT', String(port));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.resetModules();
    server = await import('./serveur.js');
    if (!server.serveur.listening) await once(server.serveur, 'listening');
  });

  afterEach(() => {
    for (const client of server.wss.clients) client.terminate();
    server.serveur.close();
    vi.clearAllTimers();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    process.removeAllListeners('SIGTERM');
    process.removeAllListeners('SIGINT');
  });

  test('it listens on the loopback only', () => {
    expect(server.serveur.address()).toMatchObject({ address: '127.0.0.1', port });
  });

  test('a client that answers pings lives, one that is mute is cut at the second round', async () => {
    const lively = await openChat({ port });
    const mute = await openChat({ port }, { autoPong: false });
    const cut = once(mute, 'close');
    for (let round = 1; round <= 2; round += 1) {
      const pinged = once(lively, 'ping');
      const ponged = new Promise((resolve) => {
        for (const peer of server.wss.clients) peer.once('pong', resolve);
      });
      await vi.advanceTimersByTimeAsync(30_000);
      await Promise.all([pinged, ponged]);
    }
    expect(await cut).toEqual([1006, Buffer.alloc(0)]);
    expect(server.wss.clients.size).toBe(1);
    expect(lively.readyState).toBe(WebSocket.OPEN);
  });

  test('a client that does not answer the Close is cut after five seconds', async () => {
    const client = await openChat({ port });
    client.pause();
    const [peer] = server.wss.clients;
    const ended = once(peer!, 'close');
    server.arreter();
    await vi.advanceTimersByTimeAsync(4999);
    expect(peer!.readyState).toBe(WebSocket.CLOSING);
    await vi.advanceTimersByTimeAsync(1);
    expect(await ended).toEqual([1006, Buffer.alloc(0)]);
    client.terminate();
  });
});
