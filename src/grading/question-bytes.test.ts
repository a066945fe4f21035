import { expect, test } from 'vitest';

import { isBinary, isSurelyDecimal, readDecimal, readHexadecimal } from './question-bytes.ts';

test.each([
  ['7f', 1, '7f'],
  ['7F', 1, '7f'],
  ['0x7F', 1, '7f'],
  ['0X7f', 1, '7f'],
  ['0x 7f', 1, '7f'],
  [String.raw`\x7f`, 1, '7f'],
  ['  7f ', 1, '7f'],
  ['\u00a07f\u202f', 1, '7f'],
  ['7 f', 1, '7f'],
  ['7', 1, '07'],
  ['0x7', 1, '07'],
  ['７ｆ', 1, '7f'],
  ['7f 9f', 2, '7f9f'],
  ['7f9f', 2, '7f9f'],
  ['0x7f, 0x9F', 2, '7f9f'],
  ['7f-9f', 2, '7f9f'],
  ['7 9f', 2, '079f'],
  ['7f 9f', 1, '7f9f'],
])('readHexadecimal() reads %j, asked for %i', (typed, count, bytes) => {
  expect(readHexadecimal(typed, count)).toBe(bytes);
});

test.each(['', ' ', '7g', '127', '0x', '0b01111111', 'é', '-', '1.5', '+7f'])(
  'readHexadecimal() does not read %j',
  (typed) => {
    expect(readHexadecimal(typed, 1)).toBeNull();
  },
);

test.each([
  ['127', '7f', true],
  ['077', '4d', true],
  ['77', '4d', false],
  ['127 159', '7f9f', true],
  ['256', null, false],
  ['7f', null, false],
  ['', null, false],
])('readDecimal() reads %j as %j, surely decimal: %j', (typed, bytes, sure) => {
  expect(readDecimal(typed)).toBe(bytes);
  expect(isSurelyDecimal(typed)).toBe(sure);
});

test.each([
  ['01111111', true],
  ['0b01111111', true],
  ['01111111 10011111', true],
  ['1111111', false],
  ['7f', false],
  ['', false],
])('isBinary() of %j is %j', (typed, binary) => {
  expect(isBinary(typed)).toBe(binary);
});
