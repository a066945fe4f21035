// Requests of `node:http` and their responses, the connections that serve again, and those that fail.
import type { AddressInfo } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { ConformanceCase } from '../conformance-case.ts';
import { event } from '../guest.fixture.ts';
import { readAll, serve } from './http.fixture.ts';

export const CLIENT_CASES: readonly ConformanceCase[] = [
  {
    title: 'a client gets a response with its headers and body',
    async run(node) {
      const { port, stop } = await serve(node, (request, response) => {
        response.setHeader('X-Chemin', request.url ?? '');
        response.end('bonjour');
      });
      const request = node.http.get({ port, host: '127.0.0.1', path: '/a?b=c' });
      const response = (await event(request, 'response')) as IncomingMessage;
      const text = await readAll(response);
      await stop();
      return [
        response.statusCode,
        response.statusMessage,
        response.headers['x-chemin'],
        response.httpVersion,
        response.complete,
        text,
      ];
    },
    expected: [200, 'OK', '/a?b=c', '1.1', true, 'bonjour'],
  },
  {
    title: 'a client’s own bytes: default headers, their order, chunked only with a body',
    async run(node) {
      const seen: unknown[] = [];
      const { port, stop } = await serve(node, (request, response) => {
        request.resume().on('end', () => {
          seen.push([
            request.method,
            request.rawHeaders.map((text) => text.replace(String(port), 'N')),
          ]);
          response.end();
        });
      });
      for (const options of [
        {},
        { method: 'POST' },
        { method: 'POST', headers: { 'Content-Length': 2 } },
        { headers: { Host: 'moi', X: ['1', '2'] }, agent: false as const },
        { auth: 'a:b' },
      ]) {
        const request = node.http.request(`http://localhost:${port}/`, options);
        if (options.method) request.write('ab');
        request.end();
        await readAll((await event(request, 'response')) as IncomingMessage);
      }
      await stop();
      return seen;
    },
    expected: [
      ['GET', ['Host', 'localhost:N', 'Connection', 'keep-alive']],
      ['POST', ['Host', 'localhost:N', 'Connection', 'keep-alive', 'Transfer-Encoding', 'chunked']],
      ['POST', ['Content-Length', '2', 'Host', 'localhost:N', 'Connection', 'keep-alive']],
      ['GET', ['Host', 'moi', 'X', '1', 'X', '2', 'Connection', 'close']],
      ['GET', ['Host', 'localhost:N', 'Authorization', 'Basic YTpi', 'Connection', 'keep-alive']],
    ],
  },
  {
    title: 'the agent uses a kept connection again',
    async run(node) {
      let connections = 0;
      const { server, port, stop } = await serve(
        node,
        (_request, response) => void response.end('x'),
      );
      server.on('connection', () => connections++);
      const agent = new node.http.Agent({ keepAlive: true });
      const reused: boolean[] = [];
      for (let turn = 0; turn < 3; turn++) {
        const request = node.http.get({ port, host: '127.0.0.1', agent });
        await readAll((await event(request, 'response')) as IncomingMessage);
        reused.push(request.reusedSocket);
        await new Promise((resolve) => setImmediate(resolve));
      }
      agent.destroy();
      await stop();
      return [connections, reused];
    },
    expected: [1, [false, true, true]],
  },
  {
    title: 'a kept connection collects no listeners, however often it serves',
    async run(node) {
      const { port, stop } = await serve(node, (_request, response) => void response.end('x'));
      const agent = new node.http.Agent({ keepAlive: true });
      const counts: number[] = [];
      for (let turn = 0; turn < 12; turn++) {
        const request = node.http.get({ port, host: '127.0.0.1', agent });
        const response = (await event(request, 'response')) as IncomingMessage;
        const names = ['error', 'end', 'timeout', 'close', 'data', 'free'];
        counts.push(names.reduce((sum, name) => sum + response.socket.listenerCount(name), 0));
        await readAll(response);
        await new Promise((resolve) => setImmediate(resolve));
      }
      agent.destroy();
      await stop();
      return new Set(counts.slice(1)).size;
    },
    expected: 1,
  },
  {
    title: 'a connection used again is not cut by the time that an idle one is kept',
    async run(node) {
      const { port, stop } = await serve(node, (request, response) => {
        setTimeout(() => response.end('x'), request.url === '/slow' ? 80 : 0);
      });
      const agent = new node.http.Agent({ keepAlive: true, timeout: 30 });
      const texts: string[] = [];
      for (const path of ['/', '/slow']) {
        const request = node.http.get({ port, host: '127.0.0.1', path, agent });
        texts.push(await readAll((await event(request, 'response')) as IncomingMessage));
        await new Promise((resolve) => setImmediate(resolve));
      }
      agent.destroy();
      await stop();
      return texts;
    },
    expected: ['x', 'x'],
  },
  {
    title: 'a connection refused, and one that ends without a response, are errors of the request',
    async run(node) {
      const server = node.net.createServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => socket.end());
      });
      server.listen(0, '127.0.0.1');
      await event(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const hangUp = (await event(
        node.http.get({ port, host: '127.0.0.1' }),
        'error',
      )) as NodeJS.ErrnoException;
      server.close();
      await event(server, 'close');
      const refused = (await event(
        node.http.get({ port, host: '127.0.0.1' }),
        'error',
      )) as NodeJS.ErrnoException;
      return [hangUp.code, hangUp.message, refused.code];
    },
    expected: ['ECONNRESET', 'socket hang up', 'ECONNREFUSED'],
  },
  {
    title: 'a big body crosses, both ways, under backpressure',
    async run(node) {
      const { port, stop } = await serve(node, (request, response) => void request.pipe(response));
      const request = node.http.request({ port, host: '127.0.0.1', method: 'POST' });
      request.end(Buffer.alloc(2_000_000, 'z'));
      const text = await readAll((await event(request, 'response')) as IncomingMessage);
      await stop();
      return [text.length, /^z+$/.test(text)];
    },
    expected: [2_000_000, true],
  },
];
