// The XOR demo's picture says what RFC 6455 §5.3 says, for any text and any key.
import { describe, expect, test } from 'vitest';
import { parseHex } from '../../wire/index.ts';
import { keyOf, textOf } from './attributes.ts';
import { xorForm } from './static.ts';
import { SHOWN_BYTES, xorRows, xorTable } from './xor-table.ts';

const KEY = parseHex('37 fa 21 3d');

describe('xorRows()', () => {
  test('masks « Hello » as RFC 6455 §5.7 does, and masking twice gives it back', () => {
    const rows = xorRows('Hello', KEY);
    expect(rows.map(({ wire }) => wire)).toEqual([0x7f, 0x9f, 0x4d, 0x51, 0x58]);
    expect(rows.map(({ twice }) => twice)).toEqual(rows.map(({ clear }) => clear));
    expect(rows.map(({ key }) => key)).toEqual([0x37, 0xfa, 0x21, 0x3d, 0x37]);
  });

  test('gives a character of several bytes to the first of them', () => {
    const rows = xorRows('é€', KEY);
    expect(rows.map(({ character, size }) => [character, size])).toEqual([
      ['é', 2],
      [null, 2],
      ['€', 3],
      [null, 3],
      [null, 3],
    ]);
  });

  test('has no row for an empty text', () => {
    expect(xorRows('', KEY)).toEqual([]);
  });
});

describe('xorTable()', () => {
  test('shows the first bytes and counts the others', () => {
    const table = String(xorTable(xorRows('Bonjour à tous', KEY), false));
    expect(table.match(/<tr>/g)).toHaveLength(1 + SHOWN_BYTES);
    expect(table).toContain('… et 9 octets de plus');
  });

  test('never lets a character that is cut span more rows than there are', () => {
    // The 6th byte is the first of « é ».
    const table = String(xorTable(xorRows('abcdeé', KEY), false));
    expect(table).toMatch(/rowspan="1">\s*é/);
  });

  test('writes a text that is HTML as text', () => {
    expect(String(xorTable(xorRows('<b>', KEY), true))).toContain('&lt;');
  });

  test('says what to do where there is no text', () => {
    expect(String(xorTable([], true))).toContain('Écrivez un texte');
  });
});

describe('the attributes', () => {
  test('are the RFC’s example where the slide says nothing', () => {
    expect([textOf(undefined), keyOf()]).toEqual(['Hello', KEY]);
  });

  test('refuse a key that has not four bytes, at build', () => {
    expect(() => xorForm.html({ 'data-cle': '37 fa' })).toThrow(/4 bytes/);
    expect(() => xorForm.html({ 'data-cle': 'clef' })).toThrow(SyntaxError);
  });
});
