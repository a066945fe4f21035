// The head that goes to a student's server: the visitor's, but for its path and three fields.
import { expect, test } from 'vitest';
import { rebuildRequestHead } from './request-head.ts';

const FIELDS = [
  ['Host', '192.168.1.12:4321'],
  ['Connection', 'keep-alive, Upgrade'],
  ['upgrade', 'websocket'],
  ['X-Twice', 'a'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ['x-twice', ''],
  ['X-Latin1', '\xe9\xff'],
] as const;

function head(fields: readonly (readonly [string, string])[]): string {
  return rebuildRequestHead({
    method: 'GET',
    target: '/chat?x=1',
    version: '1.1',
    rawHeaders: fields.flat(),
  });
}

test('order, case, duplicates, empty values and bytes beyond ASCII are kept', () => {
  const lines = FIELDS.map(([name, value]) => `${name}: ${value}\r\n`);
  expect(head(FIELDS)).toBe(`GET /chat?x=1 HTTP/1.1\r\n${lines.join('')}\r\n`);
});

test('cookies and credentials are removed, whatever their case', () => {
  const secrets = [
    ['Cookie', 'a=b'],
    ['COOKIE', 'c=d'],
    ['authorization', 'Basic eA=='],
    ['Proxy-Authorization', 'Basic eQ=='],
  ] as const;
  expect(head([...secrets, ...FIELDS, ...secrets])).toBe(head(FIELDS));
});
