// Whoever comes to `/live/…` without asking for a WebSocket gets a page of ours, or a refusal; never the student's bytes.
import { expect, test } from 'vitest';
import { exchange, handshake, isAlive, serveSite, statusOf } from '../server.fixture.ts';
import { drawHolding } from './holding.ts';
import { goOnline } from './live.fixture.ts';

const PAGE = '<!doctype html><title>Visite</title>';
const FILES = { 'live/index.html': PAGE, 'live/other.html': 'other' };
const { code: UNKNOWN } = drawHolding();

const get = (target: string, fields = '') =>
  `GET ${target} HTTP/1.1\r\nHost: a\r\n${fields}Connection: close\r\n\r\n`;

test.each([
  '',
  '/',
  '/chat',
  '/chat?x=1',
  '?x=1',
  '/../../secret.txt',
  '/%2e%2e/%2e%2e/secret.txt',
  '/%00',
  '/a//b',
  '/.env',
])(
  'a navigation to /live/<code>%s gets our page, online or not, and the student’s server hears nothing',
  async (path) => {
    await using site = await serveSite({}, FILES);
    await using tab = await goOnline(site);
    for (const code of [tab.code, UNKNOWN]) {
      const answer = await exchange(site, get(`/live/${code}${path}`));
      expect(statusOf(answer)).toBe('200');
      expect(answer).toContain(`\r\n\r\n${PAGE}`);
      expect(answer).toMatch(
        /\r\nContent-Security-Policy: default-src 'none'; script-src 'self';/i,
      );
      expect(answer).toMatch(/\r\nX-Content-Type-Options: nosniff/i);
      expect(answer).toMatch(/\r\nReferrer-Policy: no-referrer/i);
    }
    expect(tab.connections).toHaveLength(0);
  },
);

test('HEAD gets the page’s head', async () => {
  await using site = await serveSite({}, FILES);
  const answer = await exchange(site, get(`/live/${UNKNOWN}/`).replace('GET', 'HEAD'));
  expect(statusOf(answer)).toBe('200');
  expect(answer).toMatch(/\r\n\r\n$/);
});

test('where the site has no such page, a navigation is not found', async () => {
  await using site = await serveSite();
  expect(statusOf(await exchange(site, get(`/live/${UNKNOWN}/`)))).toBe('404');
});

test.each([
  ['a POST', 'POST', '405'],
  ['a PUT', 'PUT', '405'],
  ['an OPTIONS', 'OPTIONS', '405'],
])('%s is answered %s', async (_what, method, status) => {
  await using site = await serveSite({}, FILES);
  await using tab = await goOnline(site);
  const request = get(`/live/${tab.code}/`, 'Content-Length: 0\r\n').replace('GET', method);
  expect(statusOf(await exchange(site, request))).toBe(status);
  expect(tab.connections).toHaveLength(0);
});

test.each([
  [
    'h2c',
    'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings\r\n',
  ],
  ['TLS', 'Upgrade: TLS/1.2\r\nConnection: Upgrade\r\n'],
  ['websocket, without Connection', 'Upgrade: websocket\r\n'],
])('an upgrade to %s is a navigation', async (_what, fields) => {
  await using site = await serveSite({}, FILES);
  await using tab = await goOnline(site);
  const answer = await exchange(site, get(`/live/${tab.code}/`, fields));
  expect(statusOf(answer)).toBe('200');
  expect(answer).toContain(PAGE);
  expect(tab.connections).toHaveLength(0);
});

test('a navigation to a path of 5 kB is too long; a visit is not', async () => {
  await using site = await serveSite({}, FILES);
  await using tab = await goOnline(site, ({ say, stream }) => {
    say('HTTP/1.1 404 Non\r\n\r\n');
    stream.end();
  });
  const target = `/live/${tab.code}/${'a'.repeat(5000)}`;
  expect(statusOf(await exchange(site, get(target)))).toBe('414');
  expect(statusOf(await exchange(site, handshake(site, {}, target)))).toBe('404');
  expect((await tab.connections.take()).head).toContain(`/${'a'.repeat(5000)} `);
});

test.each([
  ['an unknown code', `/live/${UNKNOWN}/`, '404'],
  ['a short code', '/live/abc/', '404'],
  ['no code', '/live/', '404'],
  ['a code in capitals', `/live/${UNKNOWN.toUpperCase()}/`, '404'],
  ['a code and more', `/live/${UNKNOWN}a/`, '404'],
  ['a code behind dots', `/live/../live/${UNKNOWN}/`, '404'],
])('a visit to %s is not found', async (_what, target, status) => {
  await using site = await serveSite();
  const answer = await exchange(site, handshake(site, {}, target));
  expect(statusOf(answer)).toBe(status);
  expect(answer).toContain('Aucun serveur');
});

test.each([
  ['a NUL in the path', `/live/${UNKNOWN}/\0`, {}],
  ['bytes beyond ASCII in the path', `/live/${UNKNOWN}/é`, {}],
  ['two Hosts', `/live/${UNKNOWN}/`, { 'X-A': 'a\r\nHost: b' }],
])('a visit with %s is answered 400', async (_what, target, fields) => {
  await using site = await serveSite();
  expect(statusOf(await exchange(site, handshake(site, fields, target)))).toBe('400');
  expect(await isAlive(site)).toBe(true);
});
