import { describe, expect, test } from 'vitest';

import { encodeEvidence } from '../evidence/encode.ts';
import { failureIn } from './check-failure.ts';
import { expectBytes } from './expect-bytes.ts';

const EXPECTED = Uint8Array.of(0x81, 0x00);
const expectThese = (value: unknown) => () => {
  expectBytes(
    { value: encodeEvidence(value), sent: 'f()' },
    { expected: EXPECTED, reading: 'frames' },
  );
};

describe('expectBytes()', () => {
  test.each([
    ['a Uint8Array', EXPECTED],
    ['a Buffer', Buffer.from(EXPECTED)],
    ['an ArrayBuffer', EXPECTED.slice().buffer],
    ['a DataView on part of a buffer', new DataView(Uint8Array.of(9, 0x81, 0, 9).buffer, 1, 2)],
    ['an array of integers', [0x81, 0]],
    ['an array of BigInts', [0x81n, 0n]],
  ])('accepts %s', (_what, value) => {
    expect(expectThese(value)).not.toThrow();
  });

  test.each([
    ['text', '\x81\0', 'rend une chaîne'],
    ['nothing', undefined, 'rend undefined'],
    ['an array with 256', [0x81, 256], 'l’élément 1'],
    ['an array with a fraction', [0.5], 'l’élément 0'],
    ['an array of digits as text', ['129', '0'], 'l’élément 0'],
    ['an object with numbered keys', { 0: 0x81, 1: 0, length: 2 }, 'rend un objet'],
  ])('refuses %s', (_what, value, words) => {
    expect(expectThese(value)).toThrow(words);
  });

  test('names the mistake that is recognised, in place of the general sentence and hint', () => {
    const value = encodeEvidence(Uint8Array.of(0x81));
    const recognise = ({ length }: Uint8Array) =>
      length === 1 ? { message: 'coupé', hint: 'allez au bout' } : null;
    const detail = failureIn(() => {
      expectBytes(
        { value, sent: 'f()' },
        { expected: EXPECTED, reading: 'plain', recognise, hint: 'autre' },
      );
    });
    expect(detail).toMatchObject({ message: 'coupé', hint: 'allez au bout', isNamed: true });
  });

  test('refuses bytes that were too many to leave their realm', () => {
    const value = { type: 'bytes', kind: 'Buffer', bytes: EXPECTED, length: 5e8 } as const;
    expect(() => {
      expectBytes({ value, sent: 'f()' }, { expected: EXPECTED, reading: 'plain' });
    }).toThrow(/500000000 octets/);
  });
});
