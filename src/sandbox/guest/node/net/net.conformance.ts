// What `node:net` does, as cases that run against the virtual network and against the real one.
import type { AddressInfo, Server, Socket } from 'node:net';
import { event, type NodeModules } from '../guest.fixture.ts';

/** `expected` is what both give; a case that closes nothing leaks, so each cleans up. */
export type ConformanceCase = {
  readonly title: string;
  readonly run: (node: NodeModules) => Promise<unknown>;
  readonly expected: unknown;
};

type Pair = { readonly server: Server; readonly client: Socket; readonly accepted: Socket };
async function listening({ net }: NodeModules): Promise<{ server: Server; port: number }> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await event(server, 'listening');
  return { server, port: portOf(server) };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

async function connectedPair(
  { net }: NodeModules,
  options: { allowHalfOpen?: boolean } = {},
): Promise<Pair> {
  const server = net.createServer(options);
  server.listen(0, '127.0.0.1');
  await event(server, 'listening');
  const client = net.connect({ port: portOf(server), host: '127.0.0.1', ...options });
  const [accepted] = (await Promise.all([
    event(server, 'connection'),
    event(client, 'connect'),
  ])) as [Socket, unknown];
  server.close();
  return { server, client, accepted };
}

function textOf(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  return new Promise((resolve) =>
    socket.once('end', () => {
      resolve(text);
    }),
  );
}

/** The names of the events of a socket, in order, until it closes. */
function history(socket: Socket): { readonly names: string[]; readonly closed: Promise<string[]> } {
  const names: string[] = [];
  for (const name of ['end', 'finish', 'timeout']) socket.on(name, () => names.push(name));
  socket.on('error', (error) => names.push(`error ${String(codeOf(error))}`));
  const closed = new Promise<string[]>((resolve) => {
    socket.on('close', (hadError: boolean) => {
      names.push(`close ${hadError}`);
      resolve(names);
    });
  });
  return { names, closed };
}

export const NET_CASES: readonly ConformanceCase[] = [
  {
    title: 'listen(0) takes a free port at once and says so in a later tick',
    async run({ net }) {
      const server = net.createServer();
      server.listen(0);
      const before = [server.listening, typeof portOf(server), portOf(server) > 1023];
      await event(server, 'listening');
      const { family, address } = server.address() as AddressInfo;
      server.close();
      await event(server, 'close');
      return [before, family, address, server.listening, server.address()];
    },
    expected: [[true, 'number', true], 'IPv6', '::', false, null],
  },
  {
    title: 'a port that is taken gives EADDRINUSE to the second server only',
    async run({ net }) {
      const [first, second] = [net.createServer(), net.createServer()];
      first.listen(0);
      const port = portOf(first);
      second.listen(port);
      const error = (await event(second, 'error')) as NodeJS.ErrnoException & { port: number };
      first.close();
      return [
        error.code,
        error.syscall,
        error.errno,
        error.port === port,
        error.message.replace(String(port), 'N'),
        second.listening,
      ];
    },
    expected: [
      'EADDRINUSE',
      'listen',
      -98,
      true,
      'listen EADDRINUSE: address already in use :::N',
      false,
    ],
  },
  {
    title: 'a port is free again once its server has closed',
    async run({ net }) {
      const first = net.createServer().listen(0);
      const port = portOf(first);
      first.close();
      await event(first, 'close');
      const second = net.createServer().listen(port);
      await event(second, 'listening');
      const isSame = portOf(second) === port;
      second.close();
      return isSame;
    },
    expected: true,
  },
  {
    title:
      'listen() twice throws, close() of a server that does not listen calls back with an error',
    async run({ net }) {
      const server = net.createServer().listen(0);
      let code: unknown;
      try {
        server.listen(0);
      } catch (error) {
        code = codeOf(error);
      }
      await new Promise((resolve) => server.close(resolve));
      const second = await new Promise((resolve) => server.close(resolve));
      return [code, codeOf(second)];
    },
    expected: ['ERR_SERVER_ALREADY_LISTEN', 'ERR_SERVER_NOT_RUNNING'],
  },
  {
    title: 'a port on which nobody listens refuses',
    async run(node) {
      const { server, port } = await listening(node);
      server.close();
      await event(server, 'close');
      const client = node.net.connect(port, '127.0.0.1');
      const states = [client.connecting, client.readyState];
      const error = (await event(client, 'error')) as NodeJS.ErrnoException;
      return [
        states,
        error.code,
        error.syscall,
        error.errno,
        error.message.replace(String(port), 'N'),
        client.destroyed,
      ];
    },
    expected: [
      [true, 'opening'],
      'ECONNREFUSED',
      'connect',
      -111,
      'connect ECONNREFUSED 127.0.0.1:N',
      true,
    ],
  },
  {
    title: 'a bad port throws at once',
    run({ net }) {
      const codes = [70_000, -1, 1.5, 'abc'].map((port) => {
        try {
          net.connect({ port: port as number }).destroy();
          return 'no error';
        } catch (error) {
          return codeOf(error);
        }
      });
      return Promise.resolve(codes);
    },
    expected: [
      'ERR_SOCKET_BAD_PORT',
      'ERR_SOCKET_BAD_PORT',
      'ERR_SOCKET_BAD_PORT',
      'ERR_SOCKET_BAD_PORT',
    ],
  },
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
    title: 'end() is a half-close: with allowHalfOpen the other side still writes',
    async run(node) {
      const { client, accepted } = await connectedPair(node, { allowHalfOpen: true });
      accepted.resume();
      client.end('fin');
      await event(accepted, 'end');
      const states = [accepted.readyState, accepted.writable, accepted.readable];
      const reply = textOf(client);
      accepted.end('apr\u00e8s');
      return [states, (await reply).length];
    },
    expected: [['writeOnly', true, false], 6],
  },
  {
    title: 'without allowHalfOpen the end of one side ends the other',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const [left, right] = [history(client), history(accepted)];
      client.resume();
      accepted.resume();
      client.end();
      return [await left.closed, await right.closed];
    },
    expected: [
      ['finish', 'end', 'close false'],
      ['end', 'finish', 'close false'],
    ],
  },
  {
    title: 'writing after the peer has ended us gives EPIPE',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      accepted.resume();
      client.end();
      await event(accepted, 'end');
      const closed = history(accepted).closed;
      const callbackCode = await new Promise((resolve) =>
        accepted.write('trop tard', (error) => {
          resolve(codeOf(error));
        }),
      );
      client.destroy();
      return [callbackCode, (await closed).filter((name) => name.startsWith('error'))];
    },
    expected: ['EPIPE', ['error EPIPE']],
  },
  {
    title: 'destroy() ends the peer without an error',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const closed = history(accepted).closed;
      accepted.resume();
      client.destroy();
      return [await closed, client.destroyed, client.readyState];
    },
    expected: [['end', 'finish', 'close false'], true, 'closed'],
  },
  {
    title: 'resetAndDestroy() gives the peer ECONNRESET',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const closed = history(accepted).closed;
      accepted.resume();
      client.resetAndDestroy();
      return closed;
    },
    expected: ['error ECONNRESET', 'close true'],
  },
  {
    title: 'writing to a socket that the peer has destroyed ends in an error, at a later write',
    async run(node) {
      const { client, accepted } = await connectedPair(node, { allowHalfOpen: true });
      const { names, closed } = history(accepted);
      accepted.resume();
      client.destroy();
      await event(accepted, 'end');
      accepted.write('personne');
      await new Promise((resolve) => setTimeout(resolve, 20));
      const before = [...names];
      accepted.write('toujours personne');
      return [before, await closed];
    },
    expected: [['end'], ['end', 'error EPIPE', 'close true']],
  },
  {
    title: 'destroy(error) emits that error, then close',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      accepted.on('error', () => undefined);
      accepted.resume();
      const closed = history(client).closed;
      client.destroy(Object.assign(new Error('assez'), { code: 'MOI' }));
      return closed;
    },
    expected: ['error MOI', 'close true'],
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
    title: 'getConnections() counts, maxConnections drops',
    async run(node) {
      const { server, port } = await listening(node);
      server.maxConnections = 1;
      const first = node.net.connect(port, '127.0.0.1');
      const accepted = (await event(server, 'connection')) as Socket;
      const dropped = event(server, 'drop');
      const second = node.net.connect(port, '127.0.0.1');
      second.on('error', () => undefined);
      await Promise.all([dropped, event(second, 'close')]);
      const count = await new Promise((resolve) =>
        server.getConnections((_error, value) => {
          resolve(value);
        }),
      );
      first.destroy();
      accepted.destroy();
      server.close();
      return count;
    },
    expected: 1,
  },
  {
    title: 'close() waits for the sockets that are open',
    async run(node) {
      const { server, port } = await listening(node);
      const client = node.net.connect(port, '127.0.0.1');
      const accepted = (await event(server, 'connection')) as Socket;
      const order: string[] = [];
      const closed = event(server, 'close').then(() => order.push('server'));
      server.close();
      accepted.on('end', () => order.push('socket'));
      accepted.resume();
      client.end();
      await closed;
      return order;
    },
    expected: ['socket', 'server'],
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
    title: 'both ends know their addresses',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const result = [
        client.remotePort === accepted.localPort,
        client.localPort === accepted.remotePort,
        accepted.remoteAddress,
        accepted.remoteFamily,
        Object.keys(client.address()).sort(),
      ];
      client.destroy();
      accepted.destroy();
      return result;
    },
    expected: [true, true, '127.0.0.1', 'IPv4', ['address', 'family', 'port']],
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
  {
    title: 'isIP, isIPv4 and isIPv6',
    run({ net }) {
      return Promise.resolve(
        [
          '127.0.0.1',
          '256.1.1.1',
          '::1',
          'fe80::1%eth0',
          '::ffff:1.2.3.4',
          ':::',
          'localhost',
          '01.2.3.4',
          '',
        ].map((text) => [net.isIP(text), net.isIPv4(text), net.isIPv6(text)]),
      );
    },
    expected: [
      [4, true, false],
      [0, false, false],
      [6, false, true],
      [6, false, true],
      [6, false, true],
      [0, false, false],
      [0, false, false],
      [0, false, false],
      [0, false, false],
    ],
  },
];
