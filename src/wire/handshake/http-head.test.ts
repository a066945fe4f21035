import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProtocolError } from '../protocol-error.ts';
import { headerList, headerValues } from './header-fields.ts';
import {
  parseRequestHead,
  parseResponseHead,
  serialiseRequestHead,
  serialiseResponseHead,
} from './http-head.ts';

function errorCode(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ProtocolError) return error.code;
    throw error;
  }
  return 'no error';
}

test('parseRequestHead() keeps the order and the case of the fields', () => {
  const head = parseRequestHead(
    'GET /chat?x=1 HTTP/1.1\r\nHost: a\r\nX-B:  two  \r\nx-b:three\r\n\r\n',
  );
  expect(head).toEqual({
    method: 'GET',
    target: '/chat?x=1',
    version: '1.1',
    fields: [
      ['Host', 'a'],
      ['X-B', 'two'],
      ['x-b', 'three'],
    ],
  });
  expect(headerValues(head.fields, 'X-b')).toEqual(['two', 'three']);
  expect(headerList(head.fields, 'X-B')).toBe('two, three');
  expect(headerList(head.fields, 'absent')).toBeNull();
});

test('parseRequestHead() leaves out what follows the empty line', () => {
  expect(parseRequestHead('GET / HTTP/1.1\r\nHost: a\r\n\r\nX: y\r\n').fields).toEqual([
    ['Host', 'a'],
  ]);
});

test('parseResponseHead() reads a status line with or without a reason', () => {
  expect(parseResponseHead('HTTP/1.1 101 Switching Protocols\r\n\r\n')).toMatchObject({
    status: 101,
    reason: 'Switching Protocols',
  });
  expect(parseResponseHead('HTTP/1.1 404\r\n\r\n')).toMatchObject({ status: 404, reason: '' });
});

describe('a malformed head is refused [RFC 9112]', () => {
  test.each([
    ['an empty request', '\r\n\r\n'],
    ['a space in the target', 'GET /a b HTTP/1.1\r\n\r\n'],
    ['no version', 'GET /\r\n\r\n'],
    ['a method that is not a token', 'G@T / HTTP/1.1\r\n\r\n'],
    ['a bare LF', 'GET / HTTP/1.1\nHost: a\r\n\r\n'],
    ['a field without a colon', 'GET / HTTP/1.1\r\nHost\r\n\r\n'],
    ['a field without a name', 'GET / HTTP/1.1\r\n: a\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n'],
    ['a folded line', 'GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n'],
    ['a NUL in a value', 'GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n'],
    ['a bare CR in a value', 'GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n'],
  ])('%s', (_what, text) => {
    expect(errorCode(() => parseRequestHead(text))).toBe('head-malformed');
  });

  test.each(['HTTP/1.1 1O1 Oops\r\n\r\n', 'HTTP/1.1 99 \r\n\r\n', 'ICY 200 OK\r\n\r\n'])(
    'the status line of %j',
    (text) => {
      expect(errorCode(() => parseResponseHead(text))).toBe('head-malformed');
    },
  );
});

test('a value with a line break cannot be written: it would add a field', () => {
  const fields = [['Sec-WebSocket-Protocol', 'chat\r\nSet-Cookie: a=b']] as const;
  const head = { version: '1.1', status: 101, reason: '', fields };
  expect(errorCode(() => serialiseResponseHead(head))).toBe('head-malformed');
});

test('what was written is read back', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
  const value = fc.stringMatching(/^(?:[!-~]([ -~]{0,20}[!-~])?)?$/);
  const fields = fc.array(fc.tuple(name, value));
  fc.assert(
    fc.property(fields, fc.stringMatching(/^\/[!-~]*$/), (given, target) => {
      const request = { method: 'GET', target, version: '1.1', fields: given };
      expect(parseRequestHead(serialiseRequestHead(request))).toEqual(request);
      const response = { version: '1.1', status: 101, reason: 'Oui', fields: given };
      expect(parseResponseHead(serialiseResponseHead(response))).toEqual(response);
    }),
  );
});
