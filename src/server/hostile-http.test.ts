// What a hostile or broken HTTP client may send, on a raw socket: a refusal or a cut in time, and the site still answers.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import {
  closed,
  connectTo,
  exchange,
  handshake,
  isAlive,
  readToEnd,
  serveSite,
  statusOf,
} from './server.fixture.ts';

const HEAD = 'GET / HTTP/1.1\r\nHost: a\r\n';

test.each([
  [
    'binary garbage',
    Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167) % 256)),
    '400',
  ],
  ['a TLS hello', Buffer.from('16030100a5010000a10303', 'hex'), '400'],
  ['an empty line and words', '\r\n\r\nhello there\r\n\r\n', '400'],
  ['a method that does not exist', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
  ['another protocol version', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n', '400'],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', '400'],
  ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', '400'],
  ['a field without a name', `${HEAD}: x\r\n\r\n`, '400'],
  ['a NUL in a field', `${HEAD}X: a\0b\r\n\r\n`, '400'],
  ['two lengths', `${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, '400'],
  ['a length and chunks', `${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, '400'],
  ['101 fields', `${HEAD}${'X: y\r\n'.repeat(101)}\r\n`, '431'],
  ['2,500 fields', `${HEAD}${'X: y\r\n'.repeat(2500)}\r\n`, '431'],
  ['a field of 100 kB', `${HEAD}X: ${'y'.repeat(100_000)}\r\n\r\n`, '431'],
  ['a target of 100 kB', `GET /${'y'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, '431'],
  ['a target of 10 kB', `GET /${'y'.repeat(10_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, '414'],
  ['a traversal', 'GET /../secret.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '404'],
  [
    'an encoded traversal',
    'GET /%2e%2e/secret.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    '404',
  ],
  [
    'a traversal in disguise',
    'GET /..%2fsecret.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    '404',
  ],
  ['a badly encoded path', 'GET /%E0%A4%A HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
  ['an encoded NUL', 'GET /index.html%00.png HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
  [
    'another server’s address',
    'GET http://a/../../secret.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    '404',
  ],
  ['a tunnel', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', 'none: '],
])('%s is refused, and nothing leaks', async (_what, request, status) => {
  await using site = await serveSite();
  const answer = await exchange(site, request);
  expect(statusOf(answer)).toBe(status);
  expect(answer).not.toContain('secret');
  expect(await isAlive(site)).toBe(true);
});

test('a refusal written on a bare socket carries the security headers', async () => {
  await using site = await serveSite();
  const answer = await exchange(site, 'garbage\r\n\r\n');
  expect(answer).toContain('X-Content-Type-Options: nosniff\r\n');
  expect(answer).toContain('Referrer-Policy: no-referrer\r\n');
  expect(answer).toMatch(/Content-Length: 0\r\nConnection: close\r\n\r\n$/);
});

test('garbage in the middle of an answer cuts it, and adds nothing to its body', async () => {
  await using site = await serveSite({}, { 'large.bin': Buffer.alloc(8 * 1024 * 1024) });
  const socket = await connectTo(site);
  socket.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(socket, 'readable');
  socket.write('garbage\r\n\r\n');
  const answer = (await readToEnd(socket)).toString('latin1');
  expect(statusOf(answer)).toBe('200');
  expect(answer).not.toContain('HTTP/1.1 400');
  expect(await isAlive(site)).toBe(true);
});

test('an opening handshake with two Hosts is refused [RFC 9112 §3.2]', async () => {
  await using site = await serveSite();
  const request = handshake(site).replace('\r\n', '\r\nHost: other.example\r\n');
  expect(statusOf(await exchange(site, request))).toBe('400');
});

test('a head that never ends is answered 408 and cut', async () => {
  await using site = await serveSite({ headersTimeout: 50 });
  expect(statusOf(await exchange(site, HEAD))).toBe('408');
  expect(await isAlive(site)).toBe(true);
});

test('one byte at a time gains no time', async () => {
  await using site = await serveSite({ headersTimeout: 100 });
  const socket = await connectTo(site);
  socket.write(`${HEAD}X: `);
  const drip = setInterval(() => socket.write('y'), 10);
  expect(statusOf((await readToEnd(socket)).toString())).toBe('408');
  clearInterval(drip);
  expect(await isAlive(site)).toBe(true);
});

test('a connection on which nothing comes is cut', async () => {
  await using site = await serveSite({ idleTimeout: 50 });
  const socket = await connectTo(site);
  await readToEnd(socket);
  expect(await isAlive(site)).toBe(true);
});

test('a client that asks for much and reads nothing is cut', async () => {
  await using site = await serveSite(
    { idleTimeout: 100, closeGrace: 60_000 },
    { 'large.bin': Buffer.alloc(32 * 1024 * 1024) },
  );
  const socket = await connectTo(site);
  socket.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(socket, 'readable');
  // Closing waits for pending answers: it only ends because this one was cut.
  await site.server.close();
  socket.destroy();
});

test('500 requests on one connection are all answered, in order', async () => {
  await using site = await serveSite();
  const last = 'GET /absent HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
  const answers = await exchange(site, `${HEAD}\r\n`.repeat(499) + last);
  expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(499);
  expect(answers.match(/HTTP\/1\.1 404 /g)).toHaveLength(1);
});

test('a client that goes away in the middle of everything harms nothing', async () => {
  await using site = await serveSite({}, { 'large.bin': Buffer.alloc(8 * 1024 * 1024) });
  for (const request of [HEAD, 'GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n', handshake(site)]) {
    const socket = await connectTo(site);
    socket.write(request);
    socket.resetAndDestroy();
    await closed(socket);
  }
  expect(await isAlive(site)).toBe(true);
});

test('an upgrade to another protocol is answered as a plain request [RFC 9110 §7.8]', async () => {
  await using site = await serveSite();
  const request = `${HEAD}Upgrade: h2c\r\nConnection: Upgrade, close\r\n\r\n`;
  expect(statusOf(await exchange(site, request))).toBe('200');
});
