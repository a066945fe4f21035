// The heads of the opening handshake that the slides show: each is read by the same code as the labs use.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkUpgradeResponse,
  computeAcceptKey,
  examineUpgradeRequest,
  isHandshakeKey,
  parseRequestHead,
  parseResponseHead,
  refuseUpgrade,
  serialiseResponseHead,
  WEBSOCKET_GUID,
} from '../../../src/wire/index.ts';

const read = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8').trimEnd();
/** A listing's lines end as the screen needs; on the wire they end in CR LF, and an empty line closes the head. */
const onTheWire = (file: string): string => `${read(file).replaceAll('\n', '\r\n')}\r\n\r\n`;

const request = parseRequestHead(onTheWire('requete.http'));
const verdict = examineUpgradeRequest(request);
const upgrade = verdict.valid ? verdict.request : undefined;

describe('requete.http', () => {
  test('is an opening handshake that a server accepts', () => {
    expect(verdict).toMatchObject({ valid: true });
  });

  test('offers what the slides speak of', () => {
    expect(upgrade).toMatchObject({
      target: '/chat',
      origin: 'https://chat.exemple.fr',
      subprotocols: ['chat', 'superchat'],
      extensions: [{ name: 'permessage-deflate' }],
    });
    expect(isHandshakeKey(upgrade?.key ?? '')).toBe(true);
  });

  test.each(['Upgrade', 'Connection', 'Sec-WebSocket-Key', 'Sec-WebSocket-Version'])(
    'is refused without %s',
    (name) => {
      const fields = request.fields.filter(([field]) => field !== name);
      expect(fields.length).toBe(request.fields.length - 1);
      expect(examineUpgradeRequest({ ...request, fields })).toMatchObject({ valid: false });
    },
  );
});

test('requete-octets.txt shows each CR LF, and ends where the head ends', () => {
  const lines = read('requete-octets.txt').split('\n');
  expect(lines.every((line) => line.endsWith('\\r\\n'))).toBe(true);
  const text = lines.join('').replaceAll('\\r', '\r').replaceAll('\\n', '\n');
  expect(text.indexOf('\r\n\r\n')).toBe(text.length - 4);
  expect(examineUpgradeRequest(parseRequestHead(text))).toMatchObject({ valid: true });
});

describe('the answers', () => {
  const offer = { key: upgrade?.key ?? '', subprotocols: upgrade?.subprotocols ?? [] };

  test('reponse.http accepts that request, with one of its subprotocols', () => {
    const head = parseResponseHead(onTheWire('reponse.http'));
    expect(checkUpgradeResponse(head, offer)).toEqual({ subprotocol: 'chat', extensions: [] });
  });

  test('reponse-2013.http makes the client fail, for its subprotocol alone', () => {
    const text = onTheWire('reponse-2013.http');
    expect(() => checkUpgradeResponse(parseResponseHead(text), offer)).toThrow(
      expect.objectContaining({ code: 'subprotocol-not-offered' }),
    );
    const mended = text.replace(/^(Sec-WebSocket-Protocol): .*$/m, '$1: chat');
    expect(mended).toBe(onTheWire('reponse.http'));
  });

  test('refus-426.http is what a server answers to version 25', () => {
    const fields = request.fields.map(
      ([name, value]) => [name, name === 'Sec-WebSocket-Version' ? '25' : value] as const,
    );
    const judged = examineUpgradeRequest({ ...request, fields });
    expect(judged.valid).toBe(false);
    if (judged.valid) return;
    expect(onTheWire('refus-426.http')).toBe(serialiseResponseHead(refuseUpgrade(judged.refusal)));
  });
});

test('preuve.txt goes from the key of requete.http to the accept of reponse.http', () => {
  const steps = Object.fromEntries(
    read('preuve.txt')
      .split('\n')
      .map((line) => [line.slice(0, 9).trim(), line.slice(9)]),
  );
  const hash = createHash('sha1')
    .update(`${upgrade?.key ?? ''}${WEBSOCKET_GUID}`)
    .digest();
  expect(steps).toEqual({
    clé: upgrade?.key,
    '+ GUID': WEBSOCKET_GUID,
    'SHA-1': hash.toString('hex'),
    base64: computeAcceptKey(upgrade?.key ?? ''),
  });
  expect(read('reponse.http')).toContain(`Sec-WebSocket-Accept: ${steps.base64 ?? ''}\n`);
});
