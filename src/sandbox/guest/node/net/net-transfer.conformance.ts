// Bytes on a connection: their order, their memory, and who waits for whom.
import type { Socket } from 'node:net';
import type { ConformanceCase } from '../conformance-case.ts';
import { event } from '../guest.fixture.ts';
import { connectedPair, listening, textOf } from './net.fixture.ts';

export const TRANSFER_CASES: readonly ConformanceCase[] = [
  {
    title: 'bytes arrive whole and in order, both ways',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const [up, down] = [textOf(accepted), textOf(client)];
      client.write('bon');
      client.write(Buffer.from('jour\u00ff', 'latin1'));
      client.end();
      accepted.end('salut');
      return [await up, await down, client.bytesWritten, accepted.bytesRead, accepted.bytesWritten];
    },
    expected: ['bonjour\u00ff', 'salut', 8, 8, 5],
  },
  {
    title: 'what was written before the connection arrives',
    async run(node) {
      const { server, port } = await listening(node);
      const client = node.net.connect(port, '127.0.0.1');
      client.write('t\u00f4t');
      const pending = [client.pending, client.bytesWritten];
      client.end();
      const accepted = (await event(server, 'connection')) as Socket;
      const text = await textOf(accepted);
      server.close();
      return [pending, text.length];
    },
    expected: [[true, 4], 4],
  },
  {
    title: 'the writer may reuse its memory once write() has called back',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const text = textOf(accepted);
      const memory = Buffer.from('avant');
      await new Promise<void>((resolve) =>
        client.write(memory, () => {
          resolve();
        }),
      );
      memory.fill('x');
      client.end();
      const received = await text;
      accepted.destroy();
      return received;
    },
    expected: 'avant',
  },
  {
    title: 'a small write completes at once: nothing stays buffered',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      client.write(Buffer.alloc(1000));
      const result = [client.writableLength, client.bytesWritten];
      client.destroy();
      accepted.destroy();
      return result;
    },
    expected: [0, 1000],
  },
  {
    title: 'a paused reader stops the writer, and reading drains it',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      accepted.pause();
      const size = 16 * 1024 * 1024;
      const isRoom = client.write(Buffer.alloc(size));
      await new Promise((resolve) => setImmediate(resolve));
      const stuck = client.writableLength;
      let received = 0;
      accepted.on('data', (chunk: Buffer) => (received += chunk.length));
      accepted.resume();
      await event(client, 'drain');
      client.end();
      await event(accepted, 'end');
      return [isRoom, stuck === size, received, client.writableLength];
    },
    expected: [false, true, 16 * 1024 * 1024, 0],
  },
  {
    title: 'an idle socket times out and is not destroyed for it',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      client.setTimeout(10);
      await event(client, 'timeout');
      const result = [client.destroyed, client.timeout];
      client.destroy();
      accepted.destroy();
      return result;
    },
    expected: [false, 10],
  },
  {
    title: 'a socket can be piped, iterated and given an encoding',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      accepted.pipe(accepted);
      client.setEncoding('utf8');
      client.end('\u00e9cho');
      let text = '';
      for await (const chunk of client) text += String(chunk);
      return text;
    },
    expected: '\u00e9cho',
  },
];
