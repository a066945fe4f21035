// `/ws/echo`: what a sound client gets, and what each way of breaking RFC 6455, or of abusing it, ends with.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket as WsClient } from 'ws';
import {
  clientFrame,
  closed,
  handshake,
  isAlive,
  connectTo,
  openEcho,
  readToEnd,
  serveSite,
  type Site,
} from './server.fixture.ts';

const TEXT = 0x81;
const BINARY = 0x82;
const CLOSE = 0x88;
const PING = 0x89;

/** Short closing handshakes: a raw client does not answer them. */
const QUICK = { echo: { closeTimeout: 50 } };

/** The close code in the last frame of what the server said: `88 02 xx xx`, with its reason. */
function lastCloseCode(bytes: Buffer): number | null {
  const at = bytes.lastIndexOf(Buffer.from([CLOSE]));
  return at === -1 || bytes.length < at + 4 ? null : bytes.readUInt16BE(at + 2);
}

async function openClient(site: Site): Promise<WsClient> {
  const client = new WsClient(`ws://127.0.0.1:${site.port}/ws/echo`);
  await once(client, 'open');
  return client;
}

test('text comes back as text and binary as binary', async () => {
  await using site = await serveSite();
  const client = await openClient(site);
  const replies: [string, boolean][] = [];
  client.on('message', (data: Buffer, isBinary) =>
    replies.push([data.toString('latin1'), isBinary]),
  );
  client.send('trame');
  client.send(Buffer.from([0, 255]));
  client.send('');
  client.close(1000);
  await once(client, 'close');
  expect(replies).toEqual([
    ['trame', false],
    ['\0\xff', true],
    ['', false],
  ]);
});

test('a message of exactly 64 KiB comes back, compression is never agreed to', async () => {
  await using site = await serveSite();
  const client = await openClient(site);
  expect(client.extensions).toBe('');
  client.send(Buffer.alloc(65_536, 1));
  const [reply] = (await once(client, 'message')) as [Buffer];
  expect(reply).toHaveLength(65_536);
  client.terminate();
});

test('a ping is answered with its own payload, a Close with its own code', async () => {
  await using site = await serveSite();
  const socket = await openEcho(site);
  socket.write(clientFrame(PING, 'trame'));
  socket.write(clientFrame(CLOSE, Buffer.from([0x0f, 0xa0])));
  expect((await readToEnd(socket)).toString('hex')).toBe('8a057472616d6588020fa0');
});

test.each<[what: string, code: number, frames: Buffer]>([
  ['an unmasked frame', 1002, clientFrame(TEXT, 'a', true)],
  ['a reserved bit', 1002, clientFrame(TEXT | 0x40, 'a')],
  ['another reserved bit', 1002, clientFrame(TEXT | 0x10, 'a')],
  ['a reserved opcode', 1002, clientFrame(0x83, 'a')],
  ['a reserved control opcode', 1002, clientFrame(0x8b, '')],
  ['a continuation of nothing', 1002, clientFrame(0x80, 'a')],
  [
    'a text inside a fragmented text',
    1002,
    Buffer.concat([clientFrame(0x01, 'a'), clientFrame(TEXT, 'b')]),
  ],
  ['a fragmented ping', 1002, clientFrame(0x09, 'a')],
  ['a ping of 126 bytes', 1002, clientFrame(PING, 'a'.repeat(126))],
  ['a Close of one byte', 1002, clientFrame(CLOSE, 'a')],
  ['a Close with 1005', 1002, clientFrame(CLOSE, Buffer.from([0x03, 0xed]))],
  ['text that is not UTF-8', 1007, clientFrame(TEXT, Buffer.from([0xc3, 0x28]))],
  ['UTF-8 cut at the end of the message', 1007, clientFrame(TEXT, Buffer.from([0xe2, 0x82]))],
  ['a reason that is not UTF-8', 1007, clientFrame(CLOSE, Buffer.from([0x03, 0xe8, 0xff]))],
  ['one byte over 64 KiB, announced', 1009, Buffer.from('82ff000000000001000100000000', 'hex')],
  ['a frame of 2^63 bytes, announced', 1009, Buffer.from('82ffffffffffffffffff00000000', 'hex')],
  [
    'fragments that add up to more than 64 KiB',
    1009,
    Buffer.concat([
      clientFrame(0x02, Buffer.alloc(60_000)),
      clientFrame(0x00, Buffer.alloc(6_000)),
    ]),
  ],
  [
    'fragments without an end',
    1008,
    Buffer.concat([clientFrame(0x01, ''), ...Array<Buffer>(300).fill(clientFrame(0x00, ''))]),
  ],
])('%s is closed with %d', async (_what, code, frames) => {
  await using site = await serveSite(QUICK);
  const socket = await openEcho(site);
  socket.write(frames);
  expect(lastCloseCode(await readToEnd(socket))).toBe(code);
  expect(await isAlive(site)).toBe(true);
});

test('frames that come in the same packet as the handshake are not lost', async () => {
  await using site = await serveSite();
  const socket = await connectTo(site);
  const frames = Buffer.concat([clientFrame(TEXT, 'tôt'), clientFrame(CLOSE, '')]);
  socket.write(Buffer.concat([Buffer.from(handshake(site)), frames]));
  expect((await readToEnd(socket)).toString()).toContain('tôt');
});

test('a cut in the middle of a frame harms nothing', async () => {
  await using site = await serveSite();
  const socket = await openEcho(site);
  socket.write(clientFrame(TEXT, 'trame').subarray(0, 7));
  socket.resetAndDestroy();
  await closed(socket);
  expect(await isAlive(site)).toBe(true);
});

/** Writes `chunk` without reading anything, as fast as the socket takes it, until the server cuts. Returns the bytes written. */
async function flood(socket: Socket, chunk: Buffer): Promise<number> {
  socket.pause();
  const cut = closed(socket);
  while (socket.writable) {
    if (!socket.write(chunk)) {
      await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), cut]);
    }
  }
  await cut;
  return socket.bytesWritten;
}

test('a client that never reads is cut after little more than 1 MiB, the memory stays flat', async () => {
  await using site = await serveSite();
  const socket = await openEcho(site);
  const before = process.memoryUsage().arrayBuffers;
  const written = await flood(socket, clientFrame(BINARY, Buffer.alloc(60_000)));
  // What the two kernel buffers hold on loopback comes on top of the limit.
  expect(written).toBeLessThan(32 * 1024 * 1024);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  expect(await isAlive(site)).toBe(true);
});

test('a ping flood that reads nothing is cut', async () => {
  await using site = await serveSite(QUICK);
  const socket = await openEcho(site);
  const ping = clientFrame(PING, Buffer.alloc(125));
  const written = await flood(socket, Buffer.concat(Array<Buffer>(500).fill(ping)));
  expect(written).toBeLessThan(32 * 1024 * 1024);
  expect(await isAlive(site)).toBe(true);
});

test('a ping flood that reads its pongs is closed with 1008', async () => {
  await using site = await serveSite(QUICK);
  const client = await openClient(site);
  client.on('pong', () => {
    client.ping();
  });
  client.ping();
  const [code] = (await once(client, 'close')) as [number];
  expect(code).toBe(1008);
});

test('a client that answers no ping is cut, one that does stays', async () => {
  await using site = await serveSite({ echo: { idleTimeout: 60 } });
  const silent = await openEcho(site);
  const sound = await openClient(site);
  await readToEnd(silent);
  for (let pings = 0; pings < 4; pings++) await once(sound, 'ping');
  expect(sound.readyState).toBe(WsClient.OPEN);
  sound.terminate();
});

test('stopping closes every connection with 1001, and cuts those that do not answer', async () => {
  await using site = await serveSite({ closeGrace: 50 });
  const sound = await openClient(site);
  const deaf = await openEcho(site);
  const [[code], bytes] = await Promise.all([
    once(sound, 'close') as Promise<[number]>,
    readToEnd(deaf),
    site.server.close(),
  ]);
  expect(code).toBe(1001);
  expect(lastCloseCode(bytes)).toBe(1001);
});
