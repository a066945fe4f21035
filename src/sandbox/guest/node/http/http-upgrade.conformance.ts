// How a connection of `node:http` is handed over, on both sides.
import type { IncomingMessage, ServerOptions } from 'node:http';
import type { ConformanceCase } from '../conformance-case.ts';
import { event } from '../guest.fixture.ts';
import { exchange, HEAD, serve } from './http.fixture.ts';

export const UPGRADE_CASES: readonly ConformanceCase[] = [
  {
    title: 'an upgrade hands over the socket, with the bytes that came with it',
    async run(node) {
      const { server, port, stop } = await serve(node, (_request, response) => void response.end());
      server.on('upgrade', (request, socket, head) => {
        socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n',
        );
        const state = request.complete ? 'complete' : 'incomplete';
        socket.write(`${String(request.headers.upgrade)}:${state}:${head.toString()}:`);
        socket.pipe(socket);
      });
      const socket = node.net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.end(`${HEAD}Connection: Upgrade\r\nUpgrade: echo\r\n\r\nreste`);
      await event(socket, 'end');
      socket.destroy();
      await stop();
      return text.split('\r\n\r\n')[1];
    },
    expected: 'echo:complete:reste:',
  },
  {
    title: 'a client’s upgrade event has the response, the socket and the head',
    async run(node) {
      const { server, port, stop } = await serve(node, (_request, response) => void response.end());
      server.on('upgrade', (_request, socket) => {
        socket.end(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\ntout de suite',
        );
      });
      const request = node.http.get({
        port,
        host: '127.0.0.1',
        headers: { Connection: 'Upgrade', Upgrade: 'echo' },
      });
      const given = await new Promise<unknown[]>((resolve) =>
        request.on('upgrade', (response, socket, head) => {
          resolve([response.statusCode, head.toString(), typeof socket.write]);
          socket.destroy();
        }),
      );
      await stop();
      return given;
    },
    expected: [101, 'tout de suite', 'function'],
  },
  {
    title: 'shouldUpgradeCallback decides which upgrades are handed over',
    async run(node) {
      const options = {
        shouldUpgradeCallback: (request: IncomingMessage) =>
          request.headers.upgrade === 'websocket',
      } as ServerOptions;
      const { server, port, stop } = await serve(
        node,
        (_request, response) => void response.end('page'),
        options,
      );
      server.on('upgrade', (_request, socket) => void socket.end('HTTP/1.1 101 OK\r\n\r\n'));
      const texts = [];
      for (const name of ['h2c', 'websocket']) {
        texts.push(
          await exchange(node, port, `${HEAD}Connection: Upgrade\r\nUpgrade: ${name}\r\n\r\n`),
        );
      }
      await stop();
      return texts.map((text) => text.slice(0, 12));
    },
    expected: ['HTTP/1.1 200', 'HTTP/1.1 101'],
  },
];
