// permessage-deflate of the real `ws`, which stands on the virtual `node:zlib`.
import type { RawData } from 'ws';
import type { ConformanceCase } from '../conformance-case.ts';
import { eventValues as event } from '../guest.fixture.ts';
import { session } from './ws.fixture.ts';

export const DEFLATE_CASES: readonly ConformanceCase[] = [
  {
    title: 'permessage-deflate is negotiated, and its messages come back',
    async run(node) {
      const { server, client, stop } = await session(
        node,
        { perMessageDeflate: { threshold: 0 } },
        { perMessageDeflate: { threshold: 0 } },
      );
      server.on('message', (data: RawData, isBinary) => {
        server.send(data, { binary: isBinary });
      });
      const got: number[] = [];
      for (const message of ['', 'a', 'bonjour '.repeat(20_000), 'bonjour']) {
        client.send(message);
        const [data] = (await event(client, 'message')) as [Buffer];
        got.push(data.toString() === message ? data.length : -1);
      }
      await stop();
      return [client.extensions, got];
    },
    expected: ['permessage-deflate', [0, 1, 160_000, 7]],
  },
  {
    title: 'deflate without context takeover, with a small window',
    async run(node) {
      const options = {
        threshold: 0,
        serverNoContextTakeover: true,
        clientNoContextTakeover: true,
        serverMaxWindowBits: 9,
        clientMaxWindowBits: 10,
      };
      const { server, client, stop } = await session(
        node,
        { perMessageDeflate: options },
        { perMessageDeflate: options },
      );
      server.on('message', (data: RawData, isBinary) => {
        server.send(data, { binary: isBinary });
      });
      const message = Array.from({ length: 3000 }, (_, index) => `ligne ${index % 97}`).join('\n');
      const got: boolean[] = [];
      for (let turn = 0; turn < 2; turn++) {
        client.send(message);
        const [data] = (await event(client, 'message')) as [Buffer];
        got.push(data.toString() === message);
      }
      await stop();
      return got;
    },
    expected: [true, true],
  },
  {
    title: 'a compressed message above maxPayload closes with 1009',
    async run(node) {
      const { server, client, stop } = await session(
        node,
        { perMessageDeflate: { threshold: 0 }, maxPayload: 1000 },
        { perMessageDeflate: { threshold: 0 } },
      );
      const failed = event(server, 'error');
      const closed = event(client, 'close');
      client.send('x'.repeat(500_000));
      const result = [((await failed)[0] as NodeJS.ErrnoException).code, (await closed)[0]];
      await stop();
      return result;
    },
    expected: ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 1009],
  },
];
