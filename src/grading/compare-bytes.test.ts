import { describe, expect, test } from 'vitest';

import { parseHex } from '../wire/index.ts';
import { bytesDifference } from './compare-bytes.ts';

const spaced = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('bytesDifference()', () => {
  test('says nothing about equal bytes', () => {
    expect(bytesDifference(parseHex('81 00'), parseHex('81 00'), 'frames')).toBeNull();
  });

  test.each([
    ['81 05 48', '01 05 48', 'octet 0 : bit FIN (0x81 attendu, 0x01 reçu)'],
    ['81 05 48', 'c1 05 48', 'octet 0 : bit RSV1 (0x81 attendu, 0xc1 reçu)'],
    ['81 05 48', '82 05 48', 'octet 0 : opcode (0x81 attendu, 0x82 reçu)'],
    ['81 01 48', '81 81 48', 'octet 1 : bit MASK (0x01 attendu, 0x81 reçu)'],
    ['81 01 48', '81 02 48', 'octet 1 : longueur sur 7 bits (0x01 attendu, 0x02 reçu)'],
    ['82 7e 01 00', '82 7e 00 01', 'octet 2 : longueur étendue, octet 0 (0x01 attendu, 0x00 reçu)'],
    [
      '81 81 37 fa 21 3d 7f',
      '81 81 37 fa 21 3e 7f',
      'octet 5 : clé de masquage, octet 3 (0x3d attendu, 0x3e reçu)',
    ],
    ['81 02 48 65', '81 02 48 66', 'octet 3 : données, octet 1 (0x65 attendu, 0x66 reçu)'],
    [
      '88 02 03 e8',
      '88 02 03 e9',
      'octet 3 : code de fermeture, octet 1 (0xe8 attendu, 0xe9 reçu)',
    ],
    // The second frame is read as a frame too.
    ['01 01 48 80 01 65', '01 01 48 00 01 65', 'octet 3 : bit FIN (0x80 attendu, 0x00 reçu)'],
    ['81 02 48 65', '81 02 48', '3 octets reçus sur 4 ; il manque à partir de : données, octet 1'],
    ['81 01 48', '81 01 48 00 00', '2 octets de trop après les 3 attendus'],
  ])('of frames %s, names the field where %s leaves them', (expected, actual, sentence) => {
    expect(spaced(bytesDifference(parseHex(expected), parseHex(actual), 'frames'))).toBe(sentence);
  });

  test('of plain bytes, gives the offset alone', () => {
    const found = bytesDifference(parseHex('7f 9f'), parseHex('7f 9e'), 'plain');
    expect(spaced(found)).toBe('octet 1 (0x9f attendu, 0x9e reçu)');
  });
});
