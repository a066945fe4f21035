// What `node:http` answers, byte for byte: whole connections for the virtual Node and for the real one.
import type { RequestListener } from 'node:http';
import type { NodeModules } from '../guest.fixture.ts';
import { describeRequest, exchange, HEAD, serve } from './http.fixture.ts';

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
  '1,000 header fields': `${HEAD}${'a:b\r\n'.repeat(999)}\r\n`,
  '1,001 header fields': `${HEAD}${'a:b\r\n'.repeat(1000)}\r\n`,
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
