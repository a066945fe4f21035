import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHex } from '../hex.ts';
import { encodeUtf8 } from '../messages/utf8.ts';
import { mask, maskInPlace } from './mask.ts';

const KEY = parseHex('37 fa 21 3d');

test.each([
  ['Hello', '7f 9f 4d 51 58'],
  ['é€😀', 'f4 53 c3 bf 9b 0a be a5 b7'],
  ['Bonjour', '75 95 4f 57 58 8f 53'],
  ['', ''],
])('mask() of %j is %s [RFC 6455 §5.3, §5.7]', (text, masked) => {
  expect(mask(encodeUtf8(text), KEY)).toEqual(parseHex(masked));
});

test('a predictable key lets the sender choose what is on the wire [RFC 6455 §10.3]', () => {
  const payload = parseHex('46 47 57 24 2e 22 4b 50 55 52 2c 35 2f 33 0e 0e');
  expect(mask(payload, parseHex('01 02 03 04'))).toEqual(encodeUtf8('GET / HTTP/1.1\r\n'));
});

const bytes = fc.uint8Array({ maxLength: 40 });
const key = fc.uint8Array({ minLength: 4, maxLength: 4 });

test('mask() is its own inverse, leaves its arguments alone and gives fresh memory', () => {
  fc.assert(
    fc.property(bytes, key, (payload, maskingKey) => {
      const before = [payload.slice(), maskingKey.slice()];
      const masked = mask(payload, maskingKey);
      expect(mask(masked, maskingKey)).toEqual(payload);
      expect([payload, maskingKey]).toEqual(before);
      expect(masked.buffer).not.toBe(payload.buffer);
    }),
  );
});

test('mask() by pieces, each at its offset, is mask() of the whole', () => {
  fc.assert(
    fc.property(bytes, key, fc.nat(40), (payload, maskingKey, cut) => {
      const head = payload.subarray(0, cut);
      const tail = payload.subarray(cut);
      const pieces = [...mask(head, maskingKey), ...mask(tail, maskingKey, head.length)];
      expect(pieces).toEqual([...mask(payload, maskingKey)]);
    }),
  );
});

test.each([2 ** 31, 2 ** 32, 2 ** 53 - 4])('only the remainder of offset %i counts', (offset) => {
  const payload = parseHex('00 00 00 00 00');
  expect(mask(payload, KEY, offset + 3)).toEqual(mask(payload, KEY, 3));
});

test('maskInPlace() masks the very bytes it is given, in a view as well', () => {
  const memory = parseHex('aa 00 00 bb');
  maskInPlace(memory.subarray(1, 3), KEY);
  expect(memory).toEqual(parseHex('aa 37 fa bb'));
});

test.each(['', '37 fa 21', '37 fa 21 3d 00'])('a masking key of %j is refused', (wrong) => {
  const error = { code: 'masking-key-size', closeCode: null };
  expect(() => mask(KEY, parseHex(wrong))).toThrow(expect.objectContaining(error));
});
