// A visit that goes well: every byte both ways, each half-close and each reset, through the server to the tab and back.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import {
  closed,
  connectTo,
  exchange,
  handshake,
  readToEnd,
  serveSite,
  statusOf,
} from '../server.fixture.ts';
import {
  ACCEPTED,
  bridgeTo,
  echoes,
  echoing,
  goOnline,
  openVisit,
  read,
  visit,
} from './live.fixture.ts';

test('the student’s server receives the visitor’s own head, and the visitor its own 101', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  const socket = await connectTo(site);
  const fields =
    `Host: 127.0.0.1:${site.port}\r\nX-Odd:  two  \r\nupgrade: WebSocket\r\nCONNECTION: keep-alive, Upgrade\r\n` +
    'X-Odd: again\r\nX-Empty:\r\nX-Latin1: \xe9\r\nSec-WebSocket-Version: 8\r\n';
  socket.write(
    Buffer.from(
      `GET /live/${tab.code}/chat?x=%20&y=%2e%2e HTTP/1.1\r\nCookie: a=b\r\n${fields}Authorization: Basic eA==\r\n\r\n`,
      'latin1',
    ),
  );
  const { head, say } = await tab.connections.take();
  expect(head).toBe(
    `GET /chat?x=%20&y=%2e%2e HTTP/1.1\r\n${fields.replace('  two  ', ' two').replace('X-Empty:', 'X-Empty: ')}\r\n`,
  );
  say(ACCEPTED);
  expect((await read(socket, ACCEPTED.length)).toString('latin1')).toBe(ACCEPTED);
  socket.destroy();
});

test.each([
  ['', '/'],
  ['/', '/'],
  ['?x=1', '/?x=1'],
  ['/../../secret.txt', '/../../secret.txt'],
  ['/%2e%2e/%2fetc', '/%2e%2e/%2fetc'],
  ['//chat/./x', '//chat/./x'],
  [`/${'a'.repeat(5000)}`, `/${'a'.repeat(5000)}`],
])(
  'a visit to /live/<code>%s asks the student’s server for %s, never resolved',
  async (path, target) => {
    await using site = await serveSite();
    await using tab = await goOnline(site, echoing);
    const socket = await visit(site, tab.code, path);
    const { head } = await tab.connections.take();
    expect(head.split(' ', 2)).toEqual(['GET', target]);
    expect((await read(socket, ACCEPTED.length)).toString('latin1')).toBe(ACCEPTED);
    socket.destroy();
  },
);

test('a target in absolute form names the same server', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, echoing);
  const socket = await connectTo(site);
  socket.write(handshake(site, {}, `http://other.example/live/${tab.code}/chat`));
  expect((await tab.connections.take()).head).toMatch(/^GET \/chat HTTP/);
  socket.destroy();
});

test('frames that come with the request, and with the 101, are not lost', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, (connection) => {
    connection.onBytes((bytes, consumed) => {
      consumed();
      connection.say(`${ACCEPTED}heard ${bytes.toString()}`);
    });
  });
  const socket = await connectTo(site);
  socket.write(`${handshake(site, {}, `/live/${tab.code}/`)}early`);
  expect((await read(socket, ACCEPTED.length + 11)).toString('latin1')).toBe(
    `${ACCEPTED}heard early`,
  );
  socket.destroy();
});

test('an answer that comes one byte at a time is one answer', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, ({ say }) => {
    for (const character of `${ACCEPTED}ok`) say(character);
  });
  const socket = await visit(site, tab.code);
  expect((await read(socket, ACCEPTED.length + 2)).toString('latin1')).toBe(`${ACCEPTED}ok`);
  socket.destroy();
});

test('8 MB go through and come back, in order and unharmed', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, echoing);
  const socket = await openVisit(site, tab.code);
  const sent = Buffer.alloc(8_000_000);
  for (let at = 0; at < sent.length; at += 4) sent.writeUInt32BE((at * 2_654_435_761) >>> 0, at);
  socket.write(sent);
  expect((await read(socket, sent.length)).equals(sent)).toBe(true);
  socket.destroy();
});

test('a real `ws` client and a real `ws` server meet, deflate and subprotocol included', async () => {
  await using site = await serveSite();
  const server = new WebSocketServer({ port: 0, perMessageDeflate: { threshold: 0 } });
  server.on('connection', (client) => {
    client.on('message', (data, isBinary) => {
      client.send(data, { binary: isBinary });
    });
  });
  await once(server, 'listening');
  await using tab = await goOnline(site, bridgeTo((server.address() as AddressInfo).port));
  const visitor = new WebSocket(`ws://127.0.0.1:${site.port}/live/${tab.code}/chat`, ['chat']);
  await once(visitor, 'open');
  expect(visitor.extensions).toContain('permessage-deflate');
  expect(visitor.protocol).toBe('chat');
  visitor.send('Bonjour à tous');
  const [reply] = (await once(visitor, 'message')) as [Buffer];
  expect(reply.toString()).toBe('Bonjour à tous');
  visitor.close(4001, 'fini');
  const [code, reason] = (await once(visitor, 'close')) as [number, Buffer];
  expect([code, reason.toString()]).toEqual([4001, 'fini']);
  server.close();
});

test('a visitor that half-closes still hears the student’s server out', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  const socket = await visit(site, tab.code);
  const { say, stream, ended } = await tab.connections.take();
  say(ACCEPTED);
  await read(socket, ACCEPTED.length);
  socket.end();
  await ended;
  say('late');
  stream.end();
  expect((await readToEnd(socket)).toString()).toBe('late');
});

test('a student’s server that half-closes still hears the visitor out', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  const socket = await connectTo(site);
  socket.allowHalfOpen = true;
  socket.write(handshake(site, {}, `/live/${tab.code}/`));
  const connection = await tab.connections.take();
  connection.say(ACCEPTED);
  connection.stream.end();
  await read(socket, ACCEPTED.length);
  socket.resume();
  await once(socket, 'end');
  const heard = new Promise<string>((resolve) => {
    connection.onBytes((bytes) => {
      resolve(bytes.toString());
    });
  });
  socket.end('late');
  expect(await heard).toBe('late');
  await connection.ended;
  await closed(socket);
});

test('a visitor’s reset resets the student’s connection, and the student’s the visitor’s', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site);
  const first = await visit(site, tab.code);
  const reset = await tab.connections.take();
  reset.say(ACCEPTED);
  await read(first, ACCEPTED.length);
  first.resetAndDestroy();
  expect(await reset.reset).toBe('reset');

  const second = await visit(site, tab.code);
  const resetting = await tab.connections.take();
  resetting.say(ACCEPTED);
  await read(second, ACCEPTED.length);
  const error = once(second, 'error');
  second.resume();
  resetting.stream.reset();
  expect(await error).toMatchObject([{ code: 'ECONNRESET' }]);
});

test('the student’s server is told who comes', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, echoing);
  const socket = await openVisit(site, tab.code);
  const { stream } = await tab.connections.take();
  expect(stream.metadata).toEqual({
    port: 0,
    remoteAddress: '127.0.0.1',
    remotePort: socket.localPort,
  });
  expect(await echoes(socket, 'x')).toBe(true);
  socket.destroy();
});

test('a POST that asks for an upgrade reaches the student’s server; one with a body does not', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, ({ say, stream }) => {
    say('HTTP/1.1 405 Non\r\n\r\n');
    stream.end();
  });
  const post = handshake(site, {}, `/live/${tab.code}/`).replace('GET', 'POST');
  expect(statusOf(await exchange(site, post))).toBe('405');
  expect((await tab.connections.take()).head).toMatch(/^POST \/ HTTP/);
  const withBody = handshake(site, { 'Content-Length': '4' }, `/live/${tab.code}/`);
  expect(statusOf(await exchange(site, `${withBody}body`))).toBe('400');
  const chunked = handshake(site, { 'Transfer-Encoding': 'chunked' }, `/live/${tab.code}/`);
  expect(statusOf(await exchange(site, `${chunked}0\r\n\r\n`))).toBe('400');
  expect(tab.connections).toHaveLength(0);
});

test('what the student’s server sends just before a reset leaves before it', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, ({ say, stream }) => {
    say(ACCEPTED);
    say('last words');
    stream.reset();
  });
  const visitor = await visit(site, tab.code);
  visitor.on('error', () => undefined);
  let received = '';
  visitor.setEncoding('latin1').on('data', (text: string) => (received += text));
  await closed(visitor);
  expect(received).toBe(`${ACCEPTED}last words`);
});
