// The guards of an upgrade, before any 101: path, version, origin, method, number of connections.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { attach } from './attach.ts';
import {
  closed,
  exchange,
  handshake,
  isAlive,
  openEcho,
  serveSite,
  statusOf,
} from './server.fixture.ts';

test.each([
  ['our own page', (host: string) => `http://${host}`],
  ['our own page behind TLS', (host: string) => `https://${host}`],
  ['our own page in capitals', (host: string) => `HTTP://${host}`],
  ['no browser', () => null],
])('%s may connect', async (_what, origin) => {
  await using site = await serveSite();
  const request = handshake(site, { Origin: origin(`127.0.0.1:${site.port}`) });
  const close = Buffer.from('8880000000008880', 'hex').subarray(0, 6);
  const answer = await exchange(site, Buffer.concat([Buffer.from(request), close]));
  expect(statusOf(answer)).toBe('101');
  expect(answer).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n');
});

test.each([
  ['an opaque origin', () => 'null'],
  ['an empty origin', () => ''],
  ['another site', () => 'http://example.com'],
  ['another port', () => 'http://127.0.0.1:1'],
  ['a site whose name begins like ours', (host: string) => `http://${host}.example.com`],
  ['a site whose name ends like ours', (host: string) => `http://x.${host}`],
  ['our name as a user', (host: string) => `http://${host}@example.com`],
  ['another scheme', (host: string) => `ftp://${host}`],
  ['an origin with a path', (host: string) => `http://${host}/`],
  ['two origins', (host: string) => `http://${host}\r\nOrigin: http://${host}`],
])('%s is answered 403', async (_what, origin) => {
  await using site = await serveSite();
  const request = handshake(site, { Origin: origin(`127.0.0.1:${site.port}`) });
  expect(statusOf(await exchange(site, request))).toBe('403');
});

test.each([
  ['an unknown path', {}, '/ws/other', '404'],
  ['a path that only begins like ours', {}, '/ws/echo/../echo', '404'],
  ['a version before the RFC', { 'Sec-WebSocket-Version': '8' }, '/ws/echo', '426'],
  ['no version', { 'Sec-WebSocket-Version': null }, '/ws/echo', '426'],
  ['no key', { 'Sec-WebSocket-Key': null }, '/ws/echo', '400'],
  ['a short key', { 'Sec-WebSocket-Key': 'AAAA' }, '/ws/echo', '400'],
  ['101 fields', { X: `y\r\n${'X: y\r\n'.repeat(100)}Z: y` }, '/ws/echo', '431'],
])('%s is refused before any 101', async (_what, fields, target, status) => {
  await using site = await serveSite();
  expect(statusOf(await exchange(site, handshake(site, fields, target)))).toBe(status);
  expect(await isAlive(site)).toBe(true);
});

test('a refused version is told the right one [RFC 6455 §4.4]', async () => {
  await using site = await serveSite();
  const answer = await exchange(site, handshake(site, { 'Sec-WebSocket-Version': '12' }));
  expect(answer).toContain('Sec-WebSocket-Version: 13\r\n');
  expect(answer).toContain('X-Content-Type-Options: nosniff\r\n');
});

test('a POST that asks for an upgrade is answered 405', async () => {
  await using site = await serveSite();
  const request = handshake(site).replace('GET', 'POST');
  expect(statusOf(await exchange(site, request))).toBe('405');
});

test('the query is no part of the path', async () => {
  await using site = await serveSite();
  const request = handshake(site, {}, '/ws/echo?a=/b') + '\x88\x80\0\0\0\0';
  expect(statusOf(await exchange(site, Buffer.from(request, 'latin1')))).toBe('101');
});

test('one connection more than allowed is answered 503, until another ends', async () => {
  await using site = await serveSite({ echo: { maxConnections: 1 } });
  const first = await openEcho(site);
  expect(statusOf(await exchange(site, handshake(site)))).toBe('503');
  first.write(Buffer.from('888000000000', 'hex'));
  first.resume();
  await closed(first);
  const second = await openEcho(site);
  second.destroy();
});

test('on a server that has other upgrades, those are left alone', async () => {
  const server = createServer();
  attach(server, { otherUpgrades: 'leave' });
  server.on('upgrade', (request, socket) => {
    if (request.url === '/hmr') socket.end('HTTP/1.1 418 Theirs\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ours = new WebSocket(`ws://127.0.0.1:${port}/ws/echo`);
  await once(ours, 'open');
  ours.close();
  await once(ours, 'close');
  const site = { port } as Parameters<typeof exchange>[0];
  expect(statusOf(await exchange(site, handshake(site, {}, '/hmr')))).toBe('418');
  server.close();
});
