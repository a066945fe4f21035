import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

test('encodeBase64() agrees with Buffer, and decodeBase64() comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(text)).toEqual(bytes);
    }),
  );
});

test.each(['A', 'AA', 'AAA', 'A===', 'AA=A', 'AA==AA==', ' AAAA', 'AAAA\n', '-_-_', 'AAA*'])(
  'decodeBase64() refuses %j',
  (text) => {
    expect(decodeBase64(text)).toBeNull();
  },
);
