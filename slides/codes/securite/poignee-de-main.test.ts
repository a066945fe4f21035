// What a server checks before it accepts, and when what it accepted ends.
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, type WebSocketServer } from 'ws';
import { serveLoopback } from '../loopback.fixture.ts';
import { runListing } from '../run-listing.fixture.ts';
import { consommer, emettre } from './billets.js';
import { origineAutorisee } from './origine.js';

const SITE = 'https://chat.exemple.fr';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('securite/origine.js accepts the site and nothing that resembles it', () => {
  expect(origineAutorisee(SITE)).toBe(true);
  for (const origin of [
    'https://chat.exemple.fr.pirate.example',
    'https://pirate-chat.exemple.fr',
    'https://chatXexemple.fr',
    'https://pirate.example/?chat.exemple.fr',
    'http://chat.exemple.fr',
    'https://chat.exemple.fr:8443',
    'https://chat.exemple.fr, https://pirate.example',
    'null',
    '',
    undefined,
  ]) {
    expect(origineAutorisee(origin), String(origin)).toBe(false);
  }
});

test('each comparison that the slide warns of lets its attack in', () => {
  expect('https://chat.exemple.fr.pirate.example'.startsWith(SITE)).toBe(true);
  expect('https://chat.exemple.fr.pirate.example'.includes('chat.exemple.fr')).toBe(true);
  expect('https://pirate-chat.exemple.fr'.endsWith('chat.exemple.fr')).toBe(true);
  expect('https://chatXexemple.fr').toMatch(/chat.exemple.fr$/);
});

test('securite/billets.js lets a ticket in once', () => {
  const billet = emettre('alice');
  expect(consommer(billet)).toBe('alice');
  expect(consommer(billet)).toBeNull();
});

test('securite/billets.js refuses a ticket of thirty seconds, and what it never issued', () => {
  const billet = emettre('alice');
  const late = emettre('bob');
  vi.advanceTimersByTime(29_999);
  expect(consommer(billet)).toBe('alice');
  vi.advanceTimersByTime(1);
  expect(consommer(late)).toBeNull();
  for (const unknown of ['', 'constructor', '__proto__', undefined]) {
    expect(consommer(unknown)).toBeNull();
  }
});

test('securite/billets.js draws sixteen bytes, never the same', () => {
  const drawn = Array.from({ length: 1000 }, () => emettre('alice'));
  expect(new Set(drawn).size).toBe(1000);
  for (const billet of drawn) expect(Buffer.from(billet, 'base64url')).toHaveLength(16);
});

async function joinWithSession(
  server: { wss: WebSocketServer; address: string },
  fin: number,
): Promise<WebSocket> {
  const accepted = once(server.wss, 'connection');
  const client = new WebSocket(server.address);
  await Promise.all([accepted, once(client, 'open')]);
  const [peer] = [...server.wss.clients].slice(-1);
  // As `handleUpgrade` lets a server pass on what the handshake taught it.
  server.wss.emit('session', peer, {}, { fin });
  return client;
}

test('securite/session.js closes with 1008 when the session ends, and not before', async () => {
  await using server = await serveLoopback();
  const wss = {
    on: (_: string, listener: (...values: unknown[]) => void) => server.wss.on('session', listener),
  };
  await runListing('securite/session.js', { wss });
  const client = await joinWithSession(server, Date.now() + 60_000);
  await vi.advanceTimersByTimeAsync(59_999);
  const [peer] = server.wss.clients;
  expect(peer!.readyState).toBe(WebSocket.OPEN);
  const closed = once(client, 'close') as Promise<[number, Buffer]>;
  await vi.advanceTimersByTimeAsync(1);
  const [code, reason] = await closed;
  expect([code, reason.toString()]).toEqual([1008, 'session expirée']);
});

test('securite/session.js leaves no timer behind a client that left first', async () => {
  await using server = await serveLoopback();
  const wss = {
    on: (_: string, listener: (...values: unknown[]) => void) => server.wss.on('session', listener),
  };
  await runListing('securite/session.js', { wss });
  const client = await joinWithSession(server, Date.now() + 60_000);
  const [peer] = server.wss.clients;
  const armed = vi.getTimerCount();
  const gone = once(peer!, 'close');
  client.terminate();
  await gone;
  expect(vi.getTimerCount()).toBe(armed - 1);
});
