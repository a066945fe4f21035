import { describe, expect, test } from 'vitest';
import {
  checkUpgradeResponse,
  createUpgradeRequest,
  type UpgradeOffer,
} from './client-handshake.ts';
import {
  parseRequestHead,
  parseResponseHead,
  serialiseRequestHead,
  serialiseResponseHead,
} from './http-head.ts';
import { examineUpgradeRequest } from './upgrade-request.ts';
import { acceptUpgrade, refuseUpgrade } from './upgrade-response.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';
const DEFLATE = { name: 'permessage-deflate', parameters: [] };
const OFFER: UpgradeOffer = {
  key: KEY,
  subprotocols: ['chat', 'superchat'],
  extensions: [DEFLATE],
};

function response(...lines: string[]): string {
  return ['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n');
}

const UPGRADE = 'Upgrade: websocket';
const CONNECTION = 'Connection: Upgrade';
const PROOF = `Sec-WebSocket-Accept: ${ACCEPT}`;

test('createUpgradeRequest() writes a request that examineUpgradeRequest() accepts', () => {
  const origin = 'http://example.com';
  const options = { ...OFFER, host: 'example.com:8080', target: '/chat?x=1', origin };
  const head = parseRequestHead(serialiseRequestHead(createUpgradeRequest(options)));
  expect(examineUpgradeRequest(head)).toEqual({
    valid: true,
    request: { ...OFFER, target: '/chat?x=1', origin },
  });
});

test('createUpgradeRequest() sends no header for what it does not offer', () => {
  const head = createUpgradeRequest({ host: 'a', target: '/', key: KEY });
  expect(head.fields.map(([name]) => name)).toEqual([
    'Host',
    'Upgrade',
    'Connection',
    'Sec-WebSocket-Key',
    'Sec-WebSocket-Version',
  ]);
});

test('acceptUpgrade() writes the response of RFC 6455 §1.2', () => {
  expect(serialiseResponseHead(acceptUpgrade({ key: KEY, subprotocol: 'chat' }))).toBe(
    response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Protocol: chat'),
  );
});

test('acceptUpgrade() says nothing of subprotocols or extensions when there are none', () => {
  expect(serialiseResponseHead(acceptUpgrade({ key: KEY }))).toBe(
    response(UPGRADE, CONNECTION, PROOF),
  );
});

test('refuseUpgrade() ends a refusal that has no body', () => {
  expect(serialiseResponseHead(refuseUpgrade({ status: 403, fields: [] }))).toBe(
    'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  );
});

test('refuseUpgrade() names Upgrade in Connection [RFC 9110 §7.8]', () => {
  const head = refuseUpgrade({ status: 426, fields: [['Upgrade', 'websocket']] });
  expect(head.fields).toContainEqual(['Connection', 'Upgrade, close']);
});

describe('checkUpgradeResponse() accepts', () => {
  test.each([
    ['a response without agreement', response(UPGRADE, CONNECTION, PROOF), null, []],
    [
      'names and tokens in any case',
      response('UPGRADE: WebSocket', 'connection: keep-alive, upgrade', PROOF),
      null,
      [],
    ],
    [
      'one subprotocol of the offer',
      response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Protocol: superchat'),
      'superchat',
      [],
    ],
    [
      'an extension of the offer',
      response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Extensions: permessage-deflate'),
      null,
      [DEFLATE],
    ],
  ])('%s', (_what, text, subprotocol, extensions) => {
    const agreement = checkUpgradeResponse(parseResponseHead(text), OFFER);
    expect(agreement).toEqual({ subprotocol, extensions });
  });
});

describe('checkUpgradeResponse() refuses [RFC 6455 §4.1]', () => {
  test.each([
    ['status-not-101', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['upgrade-not-websocket', response(CONNECTION, PROOF)],
    ['upgrade-not-websocket', response('Upgrade: h2c, websocket', CONNECTION, PROOF)],
    ['connection-not-upgrade', response(UPGRADE, 'Connection: close', PROOF)],
    ['accept-mismatch', response(UPGRADE, CONNECTION)],
    [
      'accept-mismatch',
      response(UPGRADE, CONNECTION, `Sec-WebSocket-Accept: ${ACCEPT.toLowerCase()}`),
    ],
    ['accept-mismatch', response(UPGRADE, CONNECTION, PROOF, PROOF)],
    [
      'extension-not-offered',
      response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Extensions: x-other'),
    ],
    ['extension-not-offered', response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Extensions: ;')],
    [
      'subprotocol-not-offered',
      response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Protocol: chatsuperchat'),
    ],
    [
      'subprotocol-not-offered',
      response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Protocol: chat, superchat'),
    ],
    [
      'subprotocol-not-offered',
      response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Protocol: Chat'),
    ],
    ['subprotocol-not-offered', response(UPGRADE, CONNECTION, PROOF, 'Sec-WebSocket-Protocol:')],
  ])('%s', (code, text) => {
    const check = (): unknown => checkUpgradeResponse(parseResponseHead(text), OFFER);
    expect(check).toThrow(expect.objectContaining({ code, closeCode: null }));
  });
});
