import { describe, expect, test } from 'vitest';
import type { HeaderField } from './header-fields.ts';
import type { RequestHead } from './http-head.ts';
import { examineUpgradeRequest } from './upgrade-request.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

/** The request of RFC 6455 §1.2, with some fields replaced, added, or removed by `null`. */
function request(
  changes: Record<string, string | null> = {},
  line: Partial<RequestHead> = {},
): RequestHead {
  const fields: Record<string, string | null> = {
    Host: 'server.example.com',
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': KEY,
    Origin: 'http://example.com',
    'Sec-WebSocket-Protocol': 'chat, superchat',
    'Sec-WebSocket-Version': '13',
    ...changes,
  };
  const given = Object.entries(fields).filter(
    (field): field is [string, string] => field[1] !== null,
  );
  return { method: 'GET', target: '/chat', version: '1.1', fields: given, ...line };
}

function ruleBrokenBy(head: RequestHead): string {
  const verdict = examineUpgradeRequest(head);
  return verdict.valid ? 'none' : verdict.refusal.rule;
}

test('examineUpgradeRequest() reads the request of RFC 6455 §1.2', () => {
  expect(examineUpgradeRequest(request())).toEqual({
    valid: true,
    request: {
      key: KEY,
      target: '/chat',
      origin: 'http://example.com',
      subprotocols: ['chat', 'superchat'],
      extensions: [],
    },
  });
});

describe('a valid request may', () => {
  test.each([
    ['write tokens in any case', request({ Upgrade: 'WebSocket', Connection: 'UPGRADE' })],
    ['list tokens', request({ Upgrade: 'h2c, websocket', Connection: 'keep-alive, Upgrade' })],
    ['use a later HTTP/1', request({}, { version: '1.2' })],
    [
      'offer nothing and come from nowhere',
      request({ Origin: null, 'Sec-WebSocket-Protocol': null }),
    ],
    ['carry unknown fields', request({ 'X-Unknown': 'a' })],
    [
      'have a key that is not canonical',
      request({ 'Sec-WebSocket-Key': 'AQIDBAUGBwgJCgsMDQ4PEC==' }),
    ],
    ['list its fields backwards', { ...request(), fields: request().fields.toReversed() }],
    [
      'write names in lower case',
      { ...request(), fields: request().fields.map(([n, v]): HeaderField => [n.toLowerCase(), v]) },
    ],
  ])('%s', (_what, head) => {
    expect(ruleBrokenBy(head)).toBe('none');
  });
});

describe('each rule of RFC 6455 §4.2.1 refuses what breaks it:', () => {
  test.each([
    ['method-is-get', 405, request({}, { method: 'POST' })],
    ['method-is-get', 405, request({}, { method: 'get' })],
    ['http-is-1.1-or-higher', 400, request({}, { version: '1.0' })],
    ['one-host', 400, request({ Host: null })],
    ['one-host', 400, request({ host: 'other' })],
    ['upgrade-has-websocket', 426, request({ Upgrade: null })],
    ['upgrade-has-websocket', 426, request({ Upgrade: 'websockets' })],
    ['connection-has-upgrade', 400, request({ Connection: null })],
    ['connection-has-upgrade', 400, request({ Connection: 'keep-alive' })],
    ['connection-has-upgrade', 400, request({ Connection: 'not-upgrade' })],
    ['version-is-13', 426, request({ 'Sec-WebSocket-Version': null })],
    ['version-is-13', 426, request({ 'Sec-WebSocket-Version': '8' })],
    ['version-is-13', 426, request({ 'Sec-WebSocket-Version': '13, 8' })],
    ['version-is-13', 426, request({ 'sec-websocket-version': '13' })],
    ['one-key-of-16-bytes', 400, request({ 'Sec-WebSocket-Key': null })],
    ['one-key-of-16-bytes', 400, request({ 'Sec-WebSocket-Key': 'AAAA' })],
    ['one-key-of-16-bytes', 400, request({ 'sec-websocket-key': KEY })],
    ['subprotocols-are-tokens', 400, request({ 'Sec-WebSocket-Protocol': 'chat room' })],
    ['subprotocols-are-tokens', 400, request({ 'Sec-WebSocket-Protocol': '' })],
    ['extensions-are-well-formed', 400, request({ 'Sec-WebSocket-Extensions': 'a;' })],
  ])('%s (%i)', (rule, status, head) => {
    const verdict = examineUpgradeRequest(head);
    expect(verdict).toMatchObject({ valid: false, refusal: { rule, status } });
  });
});

test('an unknown version is told which one would do [RFC 6455 §4.4]', () => {
  const verdict = examineUpgradeRequest(request({ 'Sec-WebSocket-Version': '8' }));
  const fields = verdict.valid ? [] : verdict.refusal.fields;
  expect(fields).toContainEqual(['Sec-WebSocket-Version', '13']);
});

test('the subprotocols of several fields make one offer [RFC 6455 §11.3.4]', () => {
  const verdict = examineUpgradeRequest(request({ 'sec-websocket-protocol': 'third' }));
  expect(verdict).toMatchObject({ request: { subprotocols: ['chat', 'superchat', 'third'] } });
});
