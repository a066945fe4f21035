// What reading a head may cost: a visitor of a student's server chooses every byte of it.
import { expect, test } from 'vitest';
import { parseHeaderLine } from './head.ts';

test('a field line loses the spaces around its value, and no other character', () => {
  expect(parseHeaderLine('A: \t b \t\r')).toEqual(['A', 'b']);
  expect(parseHeaderLine('A: \xa0b\xa0\r')).toEqual(['A', '\xa0b\xa0']);
  expect(parseHeaderLine('A: \t \r')).toEqual(['A', '']);
});

// With `[ \t]+$`, minutes: the square of the spaces.
test('a million spaces inside a value cost a million steps', () => {
  const value = `a${' '.repeat(1_000_000)}b`;
  expect(parseHeaderLine(`A: ${value}\r`)).toEqual(['A', value]);
});
