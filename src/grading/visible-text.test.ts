import { describe, expect, test } from 'vitest';

import { literal, visibleText } from './visible-text.ts';

describe('visibleText()', () => {
  test.each([
    ['abc', 'abc'],
    ['abc\r\n', 'abc␍␊'],
    ['a\tb', 'a␉b'],
    [' a b  ', '␠a b␠␠'],
    ['   ', '␠␠␠'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['a\u00a0b', 'a\\u{a0}b'],
    ['a\ufffdb', 'a\ufffdb'],
    ['\u0007', '\\u{7}'],
  ])('shows %j as %s', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('cuts what nobody would read', () => {
    expect(visibleText('x'.repeat(100_000)).length).toBeLessThan(500);
  });
});

describe('literal()', () => {
  test.each([
    ["it's\r\n", "'it\\'s\\r\\n'"],
    [12n, '12n'],
    [undefined, 'undefined'],
    [null, 'null'],
    [new Uint8Array([0x81, 5]), 'Uint8Array [81 05]'],
    [['a', 1], "['a', 1]"],
    [new Map([['host', 'a']]), "new Map([['host', 'a']])"],
    [{ tailleMax: 3, 'a-b': true }, "{ tailleMax: 3, 'a-b': true }"],
    [{}, '{}'],
  ])('writes %o as the student would', (value, written) => {
    expect(literal(value)).toBe(written);
  });
});
