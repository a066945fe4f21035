// Ports, and who listens on them: what is taken, refused, counted and closed.
import type { AddressInfo, Socket } from 'node:net';
import type { ConformanceCase } from '../conformance-case.ts';
import { event } from '../guest.fixture.ts';
import { codeOf, connectedPair, listening, portOf } from './net.fixture.ts';

export const LISTENING_CASES: readonly ConformanceCase[] = [
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
];
