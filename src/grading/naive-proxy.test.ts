import { describe, expect, test } from 'vitest';

import { encodeFrame, encodeUtf8, mask, parseHex } from '../wire/index.ts';
import { countedKey, foretellKeys } from './key-attacker.ts';
import { NaiveProxy, requestBytes, requestsSeen } from './naive-proxy.ts';

const KEY = parseHex('01 02 03 04');
const REQUEST = { method: 'GET', host: 'cdn.exemple', path: '/jquery.js' };
const frame = (payload: Uint8Array, maskingKey = KEY) =>
  encodeFrame({ opcode: 2, payload, maskingKey });

describe('a naive proxy [RFC 6455 §10.3]', () => {
  test('sees a request in a frame whose payload was made for its key, behind the header', () => {
    expect(requestsSeen(frame(mask(requestBytes(REQUEST), KEY)))).toEqual([REQUEST]);
  });

  test.each([
    [
      'the same payload under another key',
      frame(mask(requestBytes(REQUEST), KEY), parseHex('01 02 03 05')),
    ],
    ['the request itself, masked', frame(requestBytes(REQUEST))],
    ['a request without a host', frame(mask(encodeUtf8('GET / HTTP/1.1\r\n\r\n'), KEY))],
    ['a request that has no end', frame(mask(encodeUtf8('GET / HTTP/1.1\r\nHost: a\r\n'), KEY))],
    ['nothing', new Uint8Array()],
  ])('sees none in %s', (_what, wire) => {
    expect(requestsSeen(wire)).toEqual([]);
  });

  test('serves to everybody what the attacker answered, and the true site elsewhere', () => {
    const proxy = new NaiveProxy();
    const poison = proxy.pass(frame(mask(requestBytes(REQUEST), KEY)), () => 'piège');
    expect(poison).toEqual([{ address: 'http://cdn.exemple/jquery.js', body: 'piège' }]);
    expect(proxy.fetch('http://cdn.exemple/jquery.js', () => 'vrai')).toBe('piège');
    expect(proxy.fetch('http://cdn.exemple/autre.js', () => 'vrai')).toBe('vrai');
  });
});

describe('foretellKeys()', () => {
  const guessed = (seen: readonly string[], next: string) =>
    foretellKeys(seen.map(parseHex))
      .filter(({ key }) => mask(key, parseHex(next)).every((byte) => byte === 0))
      .map(({ way }) => way);

  test.each([
    [['37 fa 21 3d', '37 fa 21 3d'], '37 fa 21 3d', 'constant'],
    [['00 00 00 01', '37 fa 21 3d'], '37 fa 21 3d', 'last'],
    [['00 00 00 ff'], '00 00 01 00', 'next'],
    [['ff ff ff ff'], '00 00 00 00', 'next'],
    [['ff 00 00 00'], '00 01 00 00', 'next'],
    [['00 00 00 10', '00 00 00 17'], '00 00 00 1e', 'step'],
    [['f0 ff ff ff', '0f 00 00 00'], '2e 00 00 00', 'step'],
  ])('after %j foretells %s', (seen, next, way) => {
    expect(guessed(seen, next)).toContain(way);
  });

  test('foretells nothing of a browser that has sent nothing, nor a key that has no link to the last', () => {
    expect(foretellKeys([])).toEqual([]);
    expect(guessed(['37 fa 21 3d', '9c 11 40 77'], '5b 02 f3 e8')).toEqual([]);
  });

  test('foretells every key of a browser that counts', () => {
    const keys = [0, 1, 2].map((index) => countedKey(parseHex('01 02 03 ff'), index));
    const ways = foretellKeys(keys.slice(0, 2)).filter(
      ({ key }) => String(key) === String(keys[2]),
    );
    expect(ways.map(({ way }) => way)).toEqual(['next', 'step']);
  });
});
