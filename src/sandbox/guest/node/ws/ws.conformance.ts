// What the real `ws` does, server and client, as cases for the virtual Node and for the real one.
import type { AddressInfo, Socket } from 'node:net';
import type { ClientOptions, RawData, ServerOptions, WebSocket, WebSocketServer } from 'ws';
import { eventValues as event, type NodeModules } from '../guest.fixture.ts';
import type { ConformanceCase } from '../net/net.conformance.ts';

const describeClose = ([code, reason]: unknown[]): unknown[] => [code, String(reason)];

type Session = {
  readonly wss: WebSocketServer;
  readonly server: WebSocket;
  readonly client: WebSocket;
  readonly port: number;
  readonly stop: () => Promise<void>;
};

async function listen(
  { ws }: NodeModules,
  options: ServerOptions = {},
): Promise<{ wss: WebSocketServer; port: number }> {
  const wss = new ws.WebSocketServer({ port: 0, host: '127.0.0.1', ...options });
  await event(wss, 'listening');
  return { wss, port: (wss.address() as AddressInfo).port };
}

async function session(
  node: NodeModules,
  server: ServerOptions = {},
  client: ClientOptions = {},
  protocols: string[] = [],
): Promise<Session> {
  const { wss, port } = await listen(node, server);
  const socket = new node.ws.WebSocket(`ws://127.0.0.1:${port}/chat`, protocols, client);
  const [[accepted]] = await Promise.all([event(wss, 'connection'), event(socket, 'open')]);
  const stop = async () => {
    const closed = event(wss, 'close');
    for (const each of wss.clients) each.terminate();
    socket.terminate();
    wss.close();
    await closed;
  };
  return { wss, server: accepted as WebSocket, client: socket, port, stop };
}

/** Sends bytes as a client that has finished its opening handshake; the bytes that come back after it. */
async function rawFrames(
  node: NodeModules,
  hex: string,
): Promise<{ reply: string; error: unknown; close: unknown[] }> {
  const { wss, port } = await listen(node);
  const socket: Socket = node.net.connect(port, '127.0.0.1');
  let reply = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => (reply = Buffer.concat([reply, chunk])));
  socket.write(
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const [server] = (await event(wss, 'connection')) as [WebSocket];
  let code: unknown = null;
  server.on('error', (error) => (code = (error as NodeJS.ErrnoException).code));
  server.on('message', (data: RawData, isBinary) => {
    server.send(data, { binary: isBinary });
  });
  const closed = event(server, 'close');
  socket.write(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  socket.end();
  const close = describeClose(await closed);
  if (!socket.destroyed) await event(socket, 'close');
  const stopped = event(wss, 'close');
  wss.close();
  await stopped;
  return {
    reply: reply.subarray(reply.indexOf('\r\n\r\n') + 4).toString('hex'),
    error: code,
    close,
  };
}

/** Frames of RFC 6455 §5.7 and some that break its rules, from the client; masking key 37 fa 21 3d. */
export const RAW_FRAMES: Readonly<Record<string, string>> = {
  'a text message and a close': '818537fa213d7f9f4d5158 888237fa213d3412',
  'a fragmented text with a ping inside':
    '018337fa213d7f9f4d 898137fa213d1d 808237fa213d5b95 888037fa213d',
  'an unmasked frame': '810548656c6c6f',
  'a reserved bit': 'c18537fa213d7f9f4d5158',
  'an unknown opcode': '838037fa213d',
  'a ping of 126 bytes': '89fe007e37fa213d',
  'bad UTF-8': '818137fa213dc8',
  'close code 1005': '888237fa213d3417',
  'a continuation of nothing': '808037fa213d',
  'a length of 2^63': '81ff800000000000000537fa213d',
  'nothing but the end': '',
};
export { rawFrames };

export const WS_CASES: readonly ConformanceCase[] = [
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
  {
    title: 'subprotocol, path and headers of the handshake',
    async run(node) {
      const handleProtocols = (offered: Set<string>) => [...offered].at(-1) ?? false;
      const { wss, port } = await listen(node, { handleProtocols });
      const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}/salon?x=1`, ['a', 'b'], {
        headers: { 'X-Moi': 'oui' },
        origin: 'http://ici',
      });
      const [, request] = (await event(wss, 'connection')) as [
        WebSocket,
        { url: string; headers: Record<string, string> },
      ];
      if (client.readyState !== 1) await event(client, 'open');
      const result = [
        client.protocol,
        request.url,
        request.headers['x-moi'],
        request.headers.origin,
      ];
      client.terminate();
      const closed = event(wss, 'close');
      wss.close();
      await closed;
      return result;
    },
    expected: ['b', '/salon?x=1', 'oui', 'http://ici'],
  },
  {
    title: 'a refusal in the handshake is an error of the client, with the status',
    async run(node) {
      const { wss, port } = await listen(node, {
        verifyClient: (_info, done) => {
          done(false, 401, 'Non');
        },
        path: '/chat',
      });
      const messages: unknown[] = [];
      for (const path of ['/chat', '/autre']) {
        const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}${path}`);
        const closed = event(client, 'close');
        messages.push(((await event(client, 'error'))[0] as Error).message, (await closed)[0]);
      }
      const stopped = event(wss, 'close');
      wss.close();
      await stopped;
      return messages;
    },
    expected: ['Unexpected server response: 401', 1006, 'Unexpected server response: 400', 1006],
  },
  {
    title: 'noServer: an http server hands its upgrades over and still serves pages',
    async run(node) {
      const wss = new node.ws.WebSocketServer({ noServer: true });
      const server = node.http.createServer((_request, response) => void response.end('page'));
      server.on('upgrade', (request, socket, head) => {
        wss.handleUpgrade(request, socket, head, (client) => {
          client.send('bienvenue');
        });
      });
      server.listen(0, '127.0.0.1');
      await event(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}`);
      const [data] = await event(client, 'message');
      const [response] = (await event(
        node.http.get({ port, host: '127.0.0.1', agent: false }),
        'response',
      )) as [{ statusCode: number; resume(): void }];
      response.resume();
      client.close();
      await event(client, 'close');
      const stopped = event(server, 'close');
      server.close();
      server.closeAllConnections();
      await stopped;
      return [String(data), response.statusCode];
    },
    expected: ['bienvenue', 200],
  },
  {
    title: 'a plain request to a ws server gets 426',
    async run(node) {
      const { wss, port } = await listen(node);
      const [response] = (await event(
        node.http.get({ port, host: '127.0.0.1', agent: false }),
        'response',
      )) as [{ statusCode: number; headers: object; resume(): void }];
      response.resume();
      const stopped = event(wss, 'close');
      wss.close();
      await stopped;
      return response.statusCode;
    },
    expected: 426,
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
  {
    title: 'a client of a port on which nobody listens gets ECONNREFUSED, then 1006',
    async run(node) {
      const { wss, port } = await listen(node);
      const stopped = event(wss, 'close');
      wss.close();
      await stopped;
      const client = new node.ws.WebSocket(`ws://127.0.0.1:${port}`);
      const closed = event(client, 'close');
      const [error] = (await event(client, 'error')) as [NodeJS.ErrnoException];
      return [error.code, (await closed)[0]];
    },
    expected: ['ECONNREFUSED', 1006],
  },
];
