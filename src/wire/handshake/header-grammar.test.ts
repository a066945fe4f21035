import { describe, expect, test } from 'vitest';
import {
  isToken,
  listHasToken,
  parseQuotedString,
  parseTokenList,
  splitOutsideQuotes,
  trimSpaces,
} from './header-grammar.ts';

test.each([
  ['chat', true],
  ["!#$%&'*+-.^_`|~09azAZ", true],
  ['', false],
  ['a b', false],
  ['a/b', false],
  ['"a"', false],
  ['é', false],
  ['a\n', false],
])('isToken(%j) [RFC 9110 §5.6.2]', (text, expected) => {
  expect(isToken(text)).toBe(expected);
});

test.each([
  ['', ''],
  [' \t ', ''],
  ['\t a b\t', 'a b'],
  ['\u00a0a\u00a0', '\u00a0a\u00a0'],
])('trimSpaces(%j) is %j', (value, trimmed) => {
  expect(trimSpaces(value)).toBe(trimmed);
});

// With `[ \t]+$`, a minute: the square of the spaces.
test('trimSpaces() reads a value full of spaces once', () => {
  const value = `a${' '.repeat(200_000)}b`;
  expect(trimSpaces(` ${value} `)).toBe(value);
});

describe('splitOutsideQuotes() cuts', () => {
  test.each([
    ['at each separator', 'a, b ,c', ['a', 'b', 'c']],
    ['not inside quotes', '"a, b", c', ['"a, b"', 'c']],
    ['not after an escaped quote', String.raw`"a\", b", c`, [String.raw`"a\", b"`, 'c']],
    ['after an escaped backslash and a quote', String.raw`"a\\", b`, [String.raw`"a\\"`, 'b']],
    ['never after a quote that stays open', '"a, b', ['"a, b']],
  ])('%s', (_where, value, pieces) => {
    expect(splitOutsideQuotes(value, ',')).toEqual(pieces);
  });
});

test.each([
  [null, false],
  ['', false],
  ['Upgrade', true],
  ['keep-alive, UPGRADE', true],
  ['upgrade-insecure', false],
  ['"upgrade"', false],
])('listHasToken(%j, "upgrade")', (value, expected) => {
  expect(listHasToken(value, 'upgrade')).toBe(expected);
});

test('parseTokenList() passes over empty elements and refuses the rest', () => {
  expect(parseTokenList(' , a,, b , ')).toEqual(['a', 'b']);
  expect(parseTokenList('a, b c')).toBeNull();
  expect(parseTokenList(',')).toBeNull();
});

test('parseQuotedString() removes the quotes and the backslashes', () => {
  expect(parseQuotedString(String.raw`"a\"b\\c"`)).toBe(String.raw`a"b\c`);
  expect(parseQuotedString('a')).toBeNull();
  expect(parseQuotedString(String.raw`"a\"`)).toBeNull();
});
