// A server of `node:http`: the order of its answers, clients that break off or break the rules, and misuse.
import type { IncomingMessage } from 'node:http';
import type { ConformanceCase } from '../conformance-case.ts';
import { event } from '../guest.fixture.ts';
import { describeRequest, exchange, readAll, serve } from './http.fixture.ts';

export const SERVER_CASES: readonly ConformanceCase[] = [
  {
    title: 'writing after end() is an error of the response, which goes out all the same',
    async run(node) {
      const log: unknown[] = [];
      const { port, stop } = await serve(node, (request, response) => {
        for (const name of ['finish', 'close']) response.on(name, () => log.push(name));
        response.on('error', (error: NodeJS.ErrnoException) => log.push(error.code));
        response.end('a');
        if (request.url === '/write') response.write('late', (error) => log.push(error?.name));
        else response.end('again');
      });
      const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n`;
      const text = await exchange(
        node,
        port,
        `${request('/write')}\r\n${request('/end')}Connection: close\r\n\r\n`,
        'waits',
      );
      await stop();
      return [text.match(/\r\n\r\na/g)?.length, log.map(String).sort()];
    },
    expected: [
      2,
      [
        'ERR_STREAM_WRITE_AFTER_END',
        'ERR_STREAM_WRITE_AFTER_END',
        'Error',
        'close',
        'close',
        'finish',
        'finish',
      ],
    ],
  },
  {
    title: 'a server that takes three fields answers 431 to a fourth, and clientError says why',
    async run(node) {
      const { server, port, stop } = await serve(node, (_request, response) => response.end());
      server.maxHeadersCount = 3;
      const codes: unknown[] = [];
      server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
        codes.push(error.code);
        socket.destroy();
      });
      const head = 'GET / HTTP/1.1\r\nHost: x\r\nA: b\r\nConnection: close\r\n';
      const sound = await exchange(node, port, `${head}\r\n`, 'waits');
      const refused = await exchange(node, port, `${head}C: d\r\n\r\n`, 'waits');
      await stop();
      return [sound.slice(0, 12), refused, codes];
    },
    expected: ['HTTP/1.1 200', '', ['HPE_HEADER_OVERFLOW']],
  },
  {
    title: 'clientError is told what was wrong, and may answer itself',
    async run(node) {
      const { server, port, stop } = await serve(node, describeRequest);
      const codes: unknown[] = [];
      server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
        codes.push(error.code, error.rawPacket?.toString());
        socket.end('HTTP/1.1 418 \r\n\r\n');
      });
      const text = await exchange(node, port, 'NOPE\r\n\r\n');
      await stop();
      return [codes, text];
    },
    expected: [['HPE_INVALID_METHOD', 'NOPE\r\n\r\n'], 'HTTP/1.1 418 \r\n\r\n'],
  },
  {
    title: 'requests of one connection are answered in their order',
    async run(node) {
      const { port, stop } = await serve(node, (request, response) => {
        const delay = request.url === '/lent' ? 20 : 0;
        setTimeout(() => response.end(request.url), delay);
      });
      const text = await exchange(
        node,
        port,
        `GET /lent HTTP/1.1\r\nHost: x\r\n\r\nGET /vite HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
        'waits',
      );
      await stop();
      return text.match(/\/[a-z]+/g);
    },
    expected: ['/lent', '/vite'],
  },
  {
    title: 'a client that leaves aborts its request and closes the response',
    async run(node) {
      const events: string[] = [];
      const done = Promise.withResolvers<undefined>();
      const { port, stop } = await serve(node, (request, response) => {
        request.on('aborted', () => events.push('aborted'));
        request.on('error', (error) =>
          events.push(`request ${String((error as NodeJS.ErrnoException).code)}`),
        );
        response.on('close', () => {
          events.push(`close ${response.writableFinished}`);
          setTimeout(() => {
            done.resolve(undefined);
          }, 5);
        });
      });
      const socket = node.net.connect(port, '127.0.0.1');
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab');
      setTimeout(() => socket.destroy(), 10);
      await done.promise;
      await stop();
      return events.sort();
    },
    expected: ['aborted', 'close false', 'request ECONNRESET'],
  },
  {
    title: 'misuse throws Node’s errors',
    async run(node) {
      const codes: unknown[] = [];
      const attempt = (act: () => unknown) => {
        try {
          act();
          codes.push('no error');
        } catch (error) {
          codes.push((error as NodeJS.ErrnoException).code);
        }
      };
      const { port, stop } = await serve(node, (_request, response) => {
        attempt(() => response.setHeader('a b', '1'));
        attempt(() => response.setHeader('A', 'x\r\ny'));
        attempt(() => response.setHeader('A', undefined as never));
        attempt(() => response.writeHead(42));
        response.end('ok');
        attempt(() => response.setHeader('A', '1'));
        attempt(() => response.writeHead(200));
      });
      attempt(() => node.http.get({ port, path: '/ a' }));
      attempt(() => node.http.get({ port, protocol: 'ftp:' }));
      attempt(() => node.http.get({ port, method: 'A B' }));
      await readAll(
        (await event(node.http.get({ port, host: '127.0.0.1' }), 'response')) as IncomingMessage,
      );
      await stop();
      return codes;
    },
    expected: [
      'ERR_UNESCAPED_CHARACTERS',
      'ERR_INVALID_PROTOCOL',
      'ERR_INVALID_HTTP_TOKEN',
      'ERR_INVALID_HTTP_TOKEN',
      'ERR_INVALID_CHAR',
      'ERR_HTTP_INVALID_HEADER_VALUE',
      'ERR_HTTP_INVALID_STATUS_CODE',
      'ERR_HTTP_HEADERS_SENT',
      'ERR_HTTP_HEADERS_SENT',
    ],
  },
];
