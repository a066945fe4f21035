// What `node:http` answers, byte for byte, as cases that run against the virtual Node and against the real one.
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, RequestListener, Server, ServerOptions } from 'node:http';
import { event, type NodeModules } from '../guest.fixture.ts';
import type { ConformanceCase } from '../net/net.conformance.ts';

async function serve(
  { http }: NodeModules,
  listener: RequestListener,
  options: ServerOptions = {},
): Promise<{ server: Server; port: number; stop: () => Promise<unknown> }> {
  const server = http.createServer(options, listener);
  server.listen(0, '127.0.0.1');
  await event(server, 'listening');
  const stop = () => {
    const closed = event(server, 'close');
    server.close();
    server.closeAllConnections();
    return closed;
  };
  return { server, port: (server.address() as AddressInfo).port, stop };
}

const withoutDate = (text: string): string => text.replace(/Date: [^\r]+/g, 'Date: D');

/** Sends bytes and, unless told otherwise, half-closes; everything that comes back, as latin1, with the dates masked. */
async function exchange(
  { net }: NodeModules,
  port: number,
  bytes: string,
  end: 'half-closes' | 'waits' = 'half-closes',
): Promise<string> {
  const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(Buffer.from(bytes, 'latin1'));
  if (end === 'half-closes') socket.end();
  else socket.once('end', () => socket.end());
  await event(socket, 'close').catch(() => undefined);
  return withoutDate(text);
}

/** Echoes what the server understood of the request. */
const describeRequest: RequestListener = (request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
  request.on('error', () => undefined);
  request.on('end', () => {
    response.end(
      JSON.stringify([
        request.method,
        request.url,
        request.httpVersion,
        request.rawHeaders,
        body,
        request.trailers,
      ]),
    );
  });
};

const HEAD = 'GET / HTTP/1.1\r\nHost: x\r\n';

/** Whole connections, as a client would send them; both Nodes must answer with the same bytes. */
export const RAW_REQUESTS: Readonly<Record<string, string>> = {
  'a plain request': `${HEAD}\r\n`,
  'a bare LF': 'GET / HTTP/1.1\nHost: x\n\n',
  'a header line that ends in LF': `${HEAD}A: b\nC: d\r\n\r\n`,
  'no Host in 1.1': 'GET / HTTP/1.1\r\n\r\n',
  'HTTP/1.0': 'GET / HTTP/1.0\r\n\r\n',
  'HTTP/1.0 that asks for keep-alive': 'GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n',
  'an unknown method': 'NOPE / HTTP/1.1\r\n\r\n',
  'a method in lower case': 'get / HTTP/1.1\r\n\r\n',
  'a TLS hello': '\x16\x03\x01\x02\x00\x01',
  'HTTP/2.0 on the request line': 'GET / HTTP/2.0\r\n\r\n',
  'version 1.2': 'GET / HTTP/1.2\r\n\r\n',
  'another protocol': 'GET / HTTX/1.1\r\n\r\n',
  'a header without colon': `${HEAD}A b\r\n\r\n`,
  'a space before the colon': `${HEAD}A : b\r\n\r\n`,
  'a header without name': `${HEAD}: b\r\n\r\n`,
  'a folded header': `${HEAD}A: b\r\n c\r\n\r\n`,
  'a control character in a value': `${HEAD}A: b\x01\r\n\r\n`,
  'space and tab around a value': `${HEAD}A:\tb \t\r\n\r\n`,
  'latin1 in a value': `${HEAD}A: \xe9\r\n\r\n`,
  'an empty value': `${HEAD}A:\r\n\r\n`,
  'two Host headers': `${HEAD}Host: y\r\n\r\n`,
  'empty lines before the request': `\r\n\r\n${HEAD}\r\n`,
  'the same Content-Length twice': `${HEAD}Content-Length: 2\r\nContent-Length: 2\r\n\r\nab`,
  'a Content-Length that is no number': `${HEAD}Content-Length: x\r\n\r\n`,
  'a signed Content-Length': `${HEAD}Content-Length: +2\r\n\r\nab`,
  'both framings': `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'a body with a length': `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc`,
  'a chunked body': `${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n`,
  'chunk extensions and trailers': `${HEAD}Transfer-Encoding: chunked\r\n\r\n2;a=b\r\nab\r\n0\r\nT: v\r\n\r\n`,
  'a chunk size that is no number': `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
  'a chunk longer than its size': `${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n`,
  'an unknown coding': `${HEAD}Transfer-Encoding: gzip\r\n\r\n`,
  'two codings': `${HEAD}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  'a POST without body': 'POST / HTTP/1.1\r\nHost: x\r\n\r\n',
  'Connection: close': `${HEAD}Connection: close\r\n\r\n`,
  'data after Connection: close': `${HEAD}Connection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
  'a header of 17 kB': `${HEAD}A: ${'x'.repeat(17_000)}\r\n\r\n`,
  'a target of 17 kB': `GET /${'x'.repeat(17_000)} HTTP/1.1\r\n\r\n`,
  'many headers, 20 kB together': `${HEAD}${'A: 0123456789\r\n'.repeat(2000)}\r\n`,
  HEAD: 'HEAD / HTTP/1.1\r\nHost: x\r\n\r\n',
  'Expect: 100-continue': `${HEAD}Expect: 100-continue\r\nContent-Length: 1\r\n\r\na`,
  'another expectation': `${HEAD}Expect: nope\r\n\r\n`,
  'an upgrade that nobody listens for': `${HEAD}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  'an absolute target': 'GET http://a/b HTTP/1.1\r\nHost: x\r\n\r\n',
  'OPTIONS *': 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'latin1 in the target': 'GET /\xe9 HTTP/1.1\r\nHost: x\r\n\r\n',
  'a tab in the target': 'GET /a\tb HTTP/1.1\r\nHost: x\r\n\r\n',
  'a target without slash': 'GET a HTTP/1.1\r\nHost: x\r\n\r\n',
  'two requests at once': `${HEAD}\r\n${HEAD}\r\n`,
  'a request cut in its head': 'GET / HTTP/1.1\r\nHo',
  'a header named __proto__': `${HEAD}__proto__: x\r\n\r\n`,
};

export async function answerTo(node: NodeModules, bytes: string): Promise<string> {
  const { port, stop } = await serve(node, describeRequest);
  const text = await exchange(node, port, bytes);
  await stop();
  return text;
}

/** Handlers of a server, and the bytes that they put on the wire for one plain request. */
export const RESPONSES: Readonly<Record<string, RequestListener>> = {
  'end() with text': (_request, response) => void response.end('bonjour'),
  'end() with nothing': (_request, response) => void response.end(),
  'write() then end()': (_request, response) => {
    response.write('bon');
    response.end('jour');
  },
  'writeHead() with a reason and headers': (_request, response) => {
    response.writeHead(201, 'Fait', { 'X-Un': 1, 'Set-Cookie': ['a=1', 'b=2'] });
    response.end('ok');
  },
  'writeHead() with a flat list': (_request, response) =>
    void response.writeHead(200, ['A', '1', 'a', '2']).end(),
  'its own Content-Length': (_request, response) =>
    void response.writeHead(200, { 'Content-Length': 2 }).end('ok'),
  'Connection: close': (_request, response) => {
    response.setHeader('Connection', 'close');
    response.end('ok');
  },
  '204 and a body': (_request, response) => void response.writeHead(204).end('ignor\u00e9'),
  '304': (_request, response) => void response.writeHead(304).end(),
  '426 as ws answers': (_request, response) => {
    response.writeHead(426, { 'Content-Length': 16, 'Content-Type': 'text/plain' });
    response.end('Upgrade Required');
  },
  'removed headers': (_request, response) => {
    response.setHeader('X', '1');
    response.removeHeader('X');
    response.removeHeader('Date');
    response.sendDate = false;
    response.end('ok');
  },
  'an unknown status': (_request, response) => void response.writeHead(299).end(),
  trailers: (_request, response) => {
    response.writeHead(200, { Trailer: 'T' });
    response.write('a');
    response.addTrailers({ T: 'v' });
    response.end();
  },
  'flushHeaders() first': (_request, response) => {
    response.flushHeaders();
    setTimeout(() => response.end('tard'), 5);
  },
};

export async function bytesOf(node: NodeModules, listener: RequestListener): Promise<string> {
  const { port, stop } = await serve(node, listener);
  const text = await exchange(node, port, `${HEAD}Connection: close\r\n\r\n`, 'waits');
  await stop();
  return text;
}

async function readAll(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

export const HTTP_CASES: readonly ConformanceCase[] = [
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
    title: 'an upgrade hands over the socket, with the bytes that came with it',
    async run(node) {
      const { server, port, stop } = await serve(node, (_request, response) => void response.end());
      server.on('upgrade', (request, socket, head) => {
        socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n',
        );
        socket.write(`${String(request.headers.upgrade)}:${head.toString()}:`);
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
    expected: 'echo:reste:',
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
