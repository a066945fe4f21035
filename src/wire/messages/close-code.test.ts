import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import {
  CLOSE_CODE,
  CLOSE_CODES,
  closeCodeRange,
  findCloseCode,
  isSendableCloseCode,
} from './close-code.ts';

/** The codes from 0 to 65535 for which `holds`, as `first-last` ranges. */
function rangesWhere(holds: (code: number) => boolean): string[] {
  const ranges: [number, number][] = [];
  for (let code = 0; code <= 0xffff; code++) {
    if (!holds(code)) continue;
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([first, last]) => `${first}-${last}`);
}

test('of all the codes that two bytes hold, these may be in a Close frame [RFC 6455 §7.4]', () => {
  expect(rangesWhere(isSendableCloseCode)).toEqual(['1000-1003', '1007-1014', '3000-4999']);
});

test('ws accepts the same codes', () => {
  const require = createRequire(import.meta.url);
  // The module has no types, and its path is not exported: read from disk, as a second opinion.
  const path = require.resolve('ws').replace(/[^/\\]+$/, 'lib/validation.js');
  const { isValidStatusCode } = require(path) as { isValidStatusCode: (code: number) => boolean };
  expect(rangesWhere(isSendableCloseCode)).toEqual(rangesWhere(isValidStatusCode));
});

test('every code belongs to somebody [RFC 6455 §7.4.2]', () => {
  const rangeOf = (range: string): string[] =>
    rangesWhere((code) => closeCodeRange(code) === range);
  expect(rangeOf('unused')).toEqual(['0-999']);
  expect(rangeOf('protocol')).toEqual(['1000-2999']);
  expect(rangeOf('registered')).toEqual(['3000-3999']);
  expect(rangeOf('private')).toEqual(['4000-4999']);
  expect(rangeOf('undefined')).toEqual(['5000-65535']);
});

test('the named codes are 1000 to 1015, and four of them are sent by nobody', () => {
  expect(rangesWhere((code) => findCloseCode(code) !== null)).toEqual(['1000-1015']);
  expect(CLOSE_CODES.map(({ name, code }) => [name, code])).toEqual(Object.entries(CLOSE_CODE));
  const nobody = CLOSE_CODES.filter(({ sentBy }) => sentBy === 'nobody').map(({ code }) => code);
  expect(nobody).toEqual([1004, 1005, 1006, 1015]);
});

test.each([1000.5, Number.NaN, Infinity, -1])('%d is not a code', (code) => {
  expect(isSendableCloseCode(code)).toBe(false);
});
