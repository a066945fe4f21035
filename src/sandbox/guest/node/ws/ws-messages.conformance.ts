// Messages, control frames and the closing handshake of the real `ws`, on the virtual Node and on the real one.
import type { RawData } from 'ws';
import type { ConformanceCase } from '../conformance-case.ts';
import { eventValues as event } from '../guest.fixture.ts';
import { describeClose, session } from './ws.fixture.ts';

export const MESSAGE_CASES: readonly ConformanceCase[] = [
  {
    title: 'text and binary messages come back as they went',
    async run(node) {
      const { server, client, stop } = await session(node);
      server.on('message', (data: RawData, isBinary) => {
        server.send(data, { binary: isBinary });
      });
      const got: unknown[] = [];
      for (const message of ['', 'h\u00e9 \u{1f600}', Buffer.from([0, 255, 128])]) {
        client.send(message);
        const [data, isBinary] = (await event(client, 'message')) as [Buffer, boolean];
        got.push([data.toString('hex'), isBinary]);
      }
      await stop();
      return got;
    },
    expected: [
      ['', false],
      ['68c3a920f09f9880', false],
      ['00ff80', true],
    ],
  },
  {
    title: 'messages of every length form arrive whole, in order',
    async run(node) {
      const { server, client, stop } = await session(node);
      const lengths: number[] = [];
      const sizes = [125, 126, 127, 65_535, 65_536, 1_000_000];
      const done = new Promise<void>((resolve) => {
        server.on('message', (data: Buffer) => {
          lengths.push(data.every((byte) => byte === 0x5a) ? data.length : -1);
          if (lengths.length === sizes.length) resolve();
        });
      });
      for (const size of sizes) client.send(Buffer.alloc(size, 0x5a));
      await done;
      await stop();
      return lengths;
    },
    expected: [125, 126, 127, 65_535, 65_536, 1_000_000],
  },
  {
    title: 'fragments make one message, and what was sent is not changed by masking',
    async run(node) {
      const { server, client, stop } = await session(node);
      const memory = Buffer.from('bon');
      client.send(memory, { fin: false, binary: false });
      client.send('jour', { fin: true });
      const [data, isBinary] = (await event(server, 'message')) as [Buffer, boolean];
      await stop();
      return [data.toString(), isBinary, memory.toString()];
    },
    expected: ['bonjour', false, 'bon'],
  },
  {
    title: 'ping and pong carry their payload',
    async run(node) {
      const { server, client, stop } = await session(node);
      const pong = event(server, 'pong');
      const ping = event(client, 'ping');
      server.ping('coeur');
      const result = [String((await ping)[0]), String((await pong)[0])];
      await stop();
      return result;
    },
    expected: ['coeur', 'coeur'],
  },
  {
    title: 'the closing handshake gives both sides the code and the reason',
    async run(node) {
      const { server, client, stop } = await session(node);
      const closes = Promise.all([event(server, 'close'), event(client, 'close')]);
      client.close(4001, 'au revoir');
      const result = (await closes).map(describeClose);
      await stop();
      return [...result, client.readyState];
    },
    expected: [[4001, 'au revoir'], [4001, 'au revoir'], 3],
  },
  {
    title: 'close() without a code is 1005, terminate() is 1006 for the other',
    async run(node) {
      const first = await session(node);
      const closes = Promise.all([event(first.server, 'close'), event(first.client, 'close')]);
      first.server.close();
      const quiet = (await closes).map(describeClose);
      await first.stop();
      const second = await session(node);
      const cut = event(second.server, 'close');
      second.client.terminate();
      const brutal = describeClose(await cut);
      await second.stop();
      return [quiet, brutal];
    },
    expected: [
      [
        [1005, ''],
        [1005, ''],
      ],
      [1006, ''],
    ],
  },
  {
    title: 'bufferedAmount is 0 after a small message and true while the reader is paused',
    async run(node) {
      const { server, client, stop } = await session(node);
      client.send('petit');
      const small = client.bufferedAmount;
      server.pause();
      const size = 32 * 1024 * 1024;
      client.send(Buffer.alloc(size));
      await new Promise((resolve) => setTimeout(resolve, 20));
      const stuck = client.bufferedAmount > 0;
      server.resume();
      const received = new Promise<number>((resolve) =>
        server.on('message', (data: Buffer) => {
          if (data.length === size) resolve(data.length);
        }),
      );
      const sizes = [small, stuck, await received, client.bufferedAmount];
      await stop();
      return sizes;
    },
    expected: [0, true, 32 * 1024 * 1024, 0],
  },
  {
    title: 'createWebSocketStream() pipes',
    async run(node) {
      const { server, client, stop } = await session(node);
      const [left, right] = [
        node.ws.createWebSocketStream(client),
        node.ws.createWebSocketStream(server),
      ];
      right.pipe(right);
      left.end('par le tuyau');
      let text = '';
      for await (const chunk of left) text += String(chunk);
      await stop();
      return text;
    },
    expected: 'par le tuyau',
  },
];
