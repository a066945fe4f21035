import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  computeAcceptKey,
  encodeHandshakeKey,
  isHandshakeKey,
  WEBSOCKET_GUID,
} from './accept-key.ts';

const RFC_KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

describe('computeAcceptKey()', () => {
  test.each([
    ['the key of RFC 6455 §1.3', RFC_KEY, 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
    [
      'a key whose answer has no + and no /',
      'x3JJHMbDL1EzLkh9GBhXDw==',
      'HSmrc0sMlYUkAGmm5OPpG2HaGWk=',
    ],
    ['a key whose answer has both', 'AgICAgICAgICAgICAgICAg==', 'HxQGuR/8NNkEk+gAR7AGRRQUR5I='],
    ['sixteen zeros', 'AAAAAAAAAAAAAAAAAAAAAA==', 'ICX+Yqv66kxgM0FcWaLWlFLwTAI='],
    ['a key with slashes', '/////////////////////w==', 'XXpj4jYzLM2yUE0C7TIgMwTQh2g='],
    [
      'the key of erratum 3150, corrected',
      'AQIDBAUGBwgJCgsMDQ4PEA==',
      'C/0nmHhBztSRGR1CwL6Tf4ZjwpY=',
    ],
    [
      'the same as printed: the text is hashed',
      'AQIDBAUGBwgJCgsMDQ4PEC==',
      'OfS0wDaT5NoxF2gqm7Zj2YtetzM=',
    ],
  ])('hashes %s', (_why, key, accept) => {
    expect(computeAcceptKey(key)).toBe(accept);
  });

  test('leaves out the spaces and tabs around the key', () => {
    expect(computeAcceptKey(` \t${RFC_KEY}\t `)).toBe(computeAcceptKey(RFC_KEY));
  });

  test('agrees with the SHA-1 of Node for every nonce', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (nonce) => {
        const key = encodeHandshakeKey(nonce);
        const expected = createHash('sha1')
          .update(key + WEBSOCKET_GUID)
          .digest('base64');
        expect(computeAcceptKey(key)).toBe(expected);
      }),
    );
  });
});

describe('isHandshakeKey()', () => {
  test.each([
    ['16 bytes', RFC_KEY, true],
    ['16 bytes, not canonical', 'AQIDBAUGBwgJCgsMDQ4PEC==', true],
    ['nothing', '', false],
    ['15 bytes', 'AAAAAAAAAAAAAAAAAAAA', false],
    ['17 bytes', 'AAAAAAAAAAAAAAAAAAAAAAA=', false],
    ['32 bytes', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', false],
    ['the URL alphabet', '_____________________w==', false],
    ['no padding', 'dGhlIHNhbXBsZSBub25jZQ', false],
    ['two keys joined', `${RFC_KEY}, ${RFC_KEY}`, false],
  ])('judges %s [RFC 6455 §4.2.1]', (_what, key, valid) => {
    expect(isHandshakeKey(key)).toBe(valid);
  });
});

test('encodeHandshakeKey() refuses a nonce that has not 16 bytes', () => {
  expect(() => encodeHandshakeKey(new Uint8Array(15))).toThrow(RangeError);
});
