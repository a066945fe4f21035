// What a server and a page do with what a participant sent: its form, its rate, its weight, its tags.
import { once } from 'node:events';
import { raw } from 'hast-util-raw';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { elementsOf } from '../../../src/deck/hast-tree.ts';
import { serveLoopback } from '../loopback.fixture.ts';
import { runListing } from '../run-listing.fixture.ts';
import { creerSeau } from './debit.js';
import { envoyerA } from './lent.js';
import { lire } from './valider.js';

afterEach(() => {
  vi.useRealTimers();
});

test('securite/valider.js reads a message of the expected form into a new object', () => {
  expect(lire('{"type":"dire","texte":" bonjour "}')).toEqual({ type: 'dire', texte: 'bonjour' });
  const read = lire('{"type":"dire","texte":"a","admin":true,"__proto__":{"chef":true}}');
  expect(read).toEqual({ type: 'dire', texte: 'a' });
  expect(read).not.toHaveProperty('chef');
  expect(lire(JSON.stringify({ type: 'dire', texte: 'a'.repeat(280) }))).not.toBeNull();
});

test.each([
  'du texte',
  '',
  'null',
  '1',
  '[]',
  '"dire"',
  '{"type":"constructor","texte":"a"}',
  '{"type":"dire"}',
  '{"type":"dire","texte":1}',
  '{"type":"dire","texte":"  "}',
  JSON.stringify({ type: 'dire', texte: 'a'.repeat(281) }),
  Buffer.from([0xff, 0xfe]),
])('securite/valider.js gives null for %s, and never throws', (data) => {
  expect(lire(data)).toBeNull();
});

test('securite/debit.js lets twenty messages through at once, then a hundred a minute', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const prendre = creerSeau();
  const burst = Array.from({ length: 25 }, () => prendre());
  expect(burst.filter(Boolean)).toHaveLength(20);
  let passed = 0;
  for (let tenth = 0; tenth < 600; tenth += 1) {
    vi.advanceTimersByTime(100);
    if (prendre()) passed += 1;
  }
  expect(passed).toBeGreaterThanOrEqual(99);
  expect(passed).toBeLessThanOrEqual(101);
});

test('securite/debit.js never holds more than its capacity, however long the silence', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const prendre = creerSeau();
  vi.advanceTimersByTime(3_600_000);
  expect(Array.from({ length: 25 }, () => prendre()).filter(Boolean)).toHaveLength(20);
});

test('securite/lent.js cuts a client that no longer reads, and keeps the memory bounded', async () => {
  await using server = await serveLoopback();
  const accepted = once(server.wss, 'connection') as Promise<[WebSocket]>;
  const client = new WebSocket(server.address);
  client.on('error', () => undefined);
  await once(client, 'open');
  client.pause();
  const [peer] = await accepted;
  const message = 'a'.repeat(256 * 1024);
  let most = 0;
  for (let sent = 0; sent < 200 && peer.readyState === WebSocket.OPEN; sent += 1) {
    most = Math.max(most, peer.bufferedAmount);
    envoyerA(peer, message);
    await new Promise(setImmediate);
  }
  expect(peer.readyState).not.toBe(WebSocket.OPEN);
  expect(most).toBeLessThan(2 * 1024 * 1024);
  client.terminate();
});

test('securite/lent.js sends to a client that reads, and nothing to one that is closing', async () => {
  await using server = await serveLoopback();
  const accepted = once(server.wss, 'connection') as Promise<[WebSocket]>;
  const client = new WebSocket(server.address);
  const [peer] = await accepted;
  const heard = once(client, 'message') as Promise<[Buffer]>;
  envoyerA(peer, 'bonjour');
  expect((await heard)[0].toString()).toBe('bonjour');
  const send = vi.spyOn(peer, 'send');
  peer.close();
  envoyerA(peer, 'trop tard');
  expect(send).not.toHaveBeenCalled();
});

/** The HTML that a page would make of a string, parsed as a browser parses it. */
const parseHtml = (html: string): string[] => {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] });
  if (tree.type !== 'root') throw new TypeError('expected a root');
  return [...elementsOf(tree)].map(({ tagName, properties }) =>
    'onError' in properties ? `${tagName} onerror` : tagName,
  );
};

type Show = (bubble: unknown, author: string, text: string) => void;
const ATTACK = '<img src=x onerror=alert(1)>';

test('securite/bulle.js: written as HTML, a message becomes an element that runs script', async () => {
  const { avecBalises } = await runListing('securite/bulle.js', { document }, ['avecBalises']);
  const bubble = { innerHTML: '' };
  (avecBalises as Show)(bubble, 'Alice', ATTACK);
  expect(parseHtml(bubble.innerHTML)).toEqual(['b', 'img onerror']);
});

test('securite/bulle.js: written as text, author and message make no element but the one of the page', async () => {
  const { enTexte } = await runListing('securite/bulle.js', { document }, ['enTexte']);
  const bubble = { append: vi.fn() };
  (enTexte as Show)(bubble, ATTACK, ATTACK);
  expect(bubble.append.mock.calls).toEqual([[{ tag: 'b', textContent: ATTACK }, ' ', ATTACK]]);
});

const document = { createElement: (tag: string) => ({ tag, textContent: '' }) };
