import { describe, expect, test } from 'vitest';

import { encodeEvidence } from '../evidence/encode.ts';
import { CheckFailure } from './check-failure.ts';
import { readLatin1 } from './read-latin1.ts';

const returned = (value: unknown) => ({ value: encodeEvidence(value), sent: 'f()' });
const bytes = Uint8Array.from([0x41, 0xe9, 0x0d, 0x0a]);

describe('readLatin1()', () => {
  test.each([
    ['a string', 'Aé\r\n'],
    ['a Uint8Array', bytes],
    ['a Buffer', Buffer.from('Aé\r\n', 'latin1')],
    ['an ArrayBuffer', bytes.buffer],
    ['a DataView', new DataView(bytes.buffer)],
    ['an array of integers', [...bytes]],
  ])('reads %s', (_, value) => {
    expect(readLatin1(returned(value))).toBe('Aé\r\n');
  });

  test.each<[unknown, string]>([
    [['HTTP/1.1 101 OK', ''], 'lignes séparées'],
    [undefined, 'undefined'],
    [{ texte: 'a' }, 'un objet'],
    ['d’accord', 'latin1'],
  ])('refuses %o', (value, words) => {
    let refusal: unknown;
    try {
      readLatin1(returned(value));
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(CheckFailure);
    expect((refusal as CheckFailure).detail).toMatchObject({
      message: expect.stringContaining(words) as string,
      hint: expect.any(String) as string,
    });
  });
});
