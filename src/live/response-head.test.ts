// What of a student's answer passes, and what becomes of the rest.
import { expect, test } from 'vitest';
import { filterResponseHead } from './response-head.ts';

const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';
const UPGRADE =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  `Sec-WebSocket-Accept: ${ACCEPT}\r\n`;

test('a 101 passes as it is', () => {
  const head = `${UPGRADE}sec-websocket-protocol: chat\r\nDate: Mon, 23 Nov 2026 08:00:00 GMT\r\n\r\n`;
  expect(filterResponseHead(head)).toEqual({ kind: 'upgrade', head, removed: [] });
});

test.each([
  'Set-Cookie: a=b',
  'set-cookie: a=b; HttpOnly',
  'Clear-Site-Data: "*"',
  'Strict-Transport-Security: max-age=31536000',
  'Alt-Svc: h3=":443"',
  'Content-Length: 12',
  'Transfer-Encoding: chunked',
  'Access-Control-Allow-Origin: *',
  'Location: https://example.com/',
  'Refresh: 0; url=https://example.com/',
  'X-Sec-WebSocket-Accept: x',
  'Upgrade-Insecure-Requests: 1',
])('%s is taken out of a 101, and named', (field) => {
  const name = field.slice(0, field.indexOf(':'));
  expect(filterResponseHead(`${UPGRADE}${field}\r\n\r\n`)).toEqual({
    kind: 'upgrade',
    head: `${UPGRADE}\r\n`,
    removed: [name],
  });
});

test('a 101 that is wrong for RFC 6455 passes: the visitor judges it', () => {
  const head = 'HTTP/1.0 101 \r\nUpgrade: chat\r\n\r\n';
  expect(filterResponseHead(head)).toEqual({ kind: 'upgrade', head, removed: [] });
});

test('a refusal keeps its status, its reason and what the handshake says', () => {
  const head =
    'HTTP/1.1 426 Mauvaise version\r\nSec-WebSocket-Version: 13\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    'Content-Type: text/html\r\nContent-Length: 30\r\nWWW-Authenticate: Basic\r\nSet-Cookie: a=b\r\n\r\n';
  expect(filterResponseHead(head)).toEqual({
    kind: 'refusal',
    status: 426,
    reason: 'Mauvaise version',
    fields: [
      ['Sec-WebSocket-Version', '13'],
      ['Upgrade', 'websocket'],
    ],
    hasBody: true,
    removed: ['WWW-Authenticate', 'Set-Cookie'],
  });
});

test.each([
  ['no length', '', false],
  ['a length of 0', 'Content-Length: 0\r\n', false],
  ['a length', 'content-length: 5\r\n', true],
  ['chunks', 'Transfer-Encoding: chunked\r\n', true],
])('a refusal with %s announces a body: %j', (_what, field, hasBody) => {
  expect(filterResponseHead(`HTTP/1.1 404 Non\r\n${field}\r\n`)).toMatchObject({ hasBody });
});

test.each([
  ['words', 'hello there\r\n\r\n'],
  ['nothing', '\r\n\r\n'],
  ['HTTP/2', 'HTTP/2.0 101 OK\r\n\r\n'],
  ['HTTP/0.9', 'HTTP/0.9 200 OK\r\n\r\n'],
  ['a status out of bounds', 'HTTP/1.1 600 Beyond\r\n\r\n'],
  ['a line without a colon', 'HTTP/1.1 101 OK\r\nUpgrade websocket\r\n\r\n'],
  ['a space before the colon', 'HTTP/1.1 101 OK\r\nUpgrade : websocket\r\n\r\n'],
  ['a folded line', 'HTTP/1.1 101 OK\r\nUpgrade: websocket\r\n Set-Cookie: a=b\r\n\r\n'],
  ['a bare line feed in a value', 'HTTP/1.1 101 OK\r\nUpgrade: websocket\nSet-Cookie: a=b\r\n\r\n'],
  ['a NUL in a value', 'HTTP/1.1 101 OK\r\nUpgrade: web\0socket\r\n\r\n'],
  ['an escape in the reason', 'HTTP/1.1 101 \x1b[2J\r\n\r\n'],
  ['frames', '\x81\x05hello\r\n\r\n'],
])('%s is no head', (_what, text) => {
  expect(filterResponseHead(text)).toMatchObject({ kind: 'unusable', warning: 'head-malformed' });
});

test.each([100, 102, 103, 199])('%d only announces an answer', (status) => {
  expect(filterResponseHead(`HTTP/1.1 ${status} Wait\r\n\r\n`)).toEqual({
    kind: 'unusable',
    warning: 'interim-status',
    detail: String(status),
  });
});
