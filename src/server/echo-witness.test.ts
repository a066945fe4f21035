// What the witness tells of a message and of its echo: the bytes themselves, few of them, and never at the echo's cost.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket as WsClient } from 'ws';
import { decodeFrame } from '../wire/index.ts';
import { SHOWN_BYTES, WITNESS_SUBPROTOCOL, type Sighting } from './echo-witness.ts';
import {
  clientFrame,
  connectTo,
  handshake,
  isAlive,
  serveSite,
  type Site,
} from './server.fixture.ts';

const TEXT = 0x81;
const BINARY = 0x82;
const CONTINUATION = 0x80;
const PING = 0x89;
const KEY = Buffer.from('37fa213d', 'hex');

/** A raw client that was given the witness, and all the text messages that it is sent, in order. */
async function openWatched(
  site: Site,
): Promise<{ socket: Socket; texts: (count: number) => Promise<string[]> }> {
  const socket = await connectTo(site);
  socket.write(handshake(site, { 'Sec-WebSocket-Protocol': WITNESS_SUBPROTOCOL }));
  let bytes = Buffer.alloc(0);
  const more = async () => {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    bytes = Buffer.concat([bytes, chunk]);
  };
  while (!bytes.includes('\r\n\r\n')) await more();
  expect(bytes.toString('latin1')).toContain(`Sec-WebSocket-Protocol: ${WITNESS_SUBPROTOCOL}\r\n`);
  bytes = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
  return {
    socket,
    texts: async (count) => {
      const texts: string[] = [];
      while (texts.length < count) {
        const decoded = decodeFrame(bytes);
        if (decoded === null) await more();
        else {
          bytes = bytes.subarray(decoded.size);
          if (decoded.frame.opcode <= 2) texts.push(Buffer.from(decoded.frame.payload).toString());
        }
      }
      return texts;
    },
  };
}

const read = (text: string | undefined): Sighting => JSON.parse(text ?? '') as Sighting;

/** « é » as a browser sends it with the key of RFC 6455 §5.7. */
const MASKED = Buffer.concat([
  Buffer.from([TEXT, 0x82]),
  KEY,
  Buffer.from([0xc3 ^ 0x37, 0xa9 ^ 0xfa]),
]);

test('both frames are told as they were, the mask still on', async () => {
  await using site = await serveSite();
  const { socket, texts } = await openWatched(site);
  socket.write(MASKED);
  const [echo, sighting] = await texts(2);
  expect(echo).toBe('é');
  expect(read(sighting)).toEqual({
    recu: MASKED.toString('hex'),
    recuOctets: 8,
    envoye: '8102c3a9',
    envoyeOctets: 4,
  });
  socket.destroy();
});

test('a frame cut anywhere is told the same', async () => {
  await using site = await serveSite();
  const { socket, texts } = await openWatched(site);
  socket.setNoDelay();
  for (let cut = 1; cut < MASKED.length; cut += 1) {
    socket.write(MASKED.subarray(0, cut));
    // Two writes: whether TCP joins them or not, what is told is the same.
    await new Promise((resolve) => setImmediate(resolve));
    socket.write(MASKED.subarray(cut));
    expect(read((await texts(2))[1]).recu).toBe(MASKED.toString('hex'));
  }
  socket.destroy();
});

test('messages of one packet are told one by one; control frames among fragments are left out', async () => {
  await using site = await serveSite();
  const { socket, texts } = await openWatched(site);
  const first = clientFrame(0x01, 'tra');
  const last = clientFrame(CONTINUATION, 'me');
  const alone = clientFrame(TEXT, 'b');
  socket.write(Buffer.concat([first, clientFrame(PING, 'ping'), last, alone]));
  const [message, sighting, next, nextSighting] = await texts(4);
  expect([message, next]).toEqual(['trame', 'b']);
  expect(read(sighting).recu).toBe(Buffer.concat([first, last]).toString('hex'));
  expect(read(nextSighting).recu).toBe(alone.toString('hex'));
  socket.destroy();
});

test('of a huge message, the first bytes and the count', async () => {
  await using site = await serveSite();
  const { socket, texts } = await openWatched(site);
  const frame = clientFrame(BINARY, Buffer.alloc(60_000, 1));
  socket.write(frame);
  const sighting = read((await texts(2))[1]);
  expect(sighting.recu).toBe(frame.toString('hex', 0, SHOWN_BYTES));
  expect(sighting.envoye).toMatch(/^827eea6001/);
  expect(sighting.envoye).toHaveLength(2 * SHOWN_BYTES);
  expect([sighting.recuOctets, sighting.envoyeOctets]).toEqual([60_008, 60_004]);
  socket.destroy();
});

test('a flood keeps its echoes, and the witness falls silent', async () => {
  await using site = await serveSite();
  const { socket, texts } = await openWatched(site);
  const before = process.memoryUsage().arrayBuffers;
  const frame = clientFrame(TEXT, 'x');
  socket.write(Buffer.concat(Array<Buffer>(2_000).fill(frame)));
  socket.write(clientFrame(TEXT, 'fin'));
  const received: string[] = [];
  while (!received.includes('fin')) received.push(...(await texts(1)));
  expect(received.filter((it) => it === 'x')).toHaveLength(2_000);
  const told = received.filter((it) => it.startsWith('{')).length;
  expect(told).toBeGreaterThanOrEqual(50);
  expect(told).toBeLessThan(200);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  socket.destroy();
});

test('a length that nobody can mean ends that connection only', async () => {
  await using site = await serveSite({ echo: { closeTimeout: 50 } });
  const { socket } = await openWatched(site);
  socket.write(Buffer.from('82ffffffffffffffffff00000000', 'hex'));
  await once(socket, 'close');
  expect(await isAlive(site)).toBe(true);
});

test('a client that does not ask for the witness has the echo alone, its first subprotocol chosen', async () => {
  await using site = await serveSite();
  const client = new WsClient(`ws://127.0.0.1:${site.port}/ws/echo`, ['chat', 'autre']);
  await once(client, 'open');
  expect(client.protocol).toBe('chat');
  const replies: string[] = [];
  client.on('message', (data: Buffer) => replies.push(data.toString()));
  client.send('a');
  client.send('b');
  client.close(1000);
  await once(client, 'close');
  expect(replies).toEqual(['a', 'b']);
});
