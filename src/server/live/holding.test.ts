// A code is proven by its secret, and by nothing else.
import { expect, test } from 'vitest';
import { isLiveCode } from '../../live/index.ts';
import { drawHolding, isGenuine } from './holding.ts';

test('what was drawn is genuine, and no two draws are alike', () => {
  const holdings = Array.from({ length: 200 }, drawHolding);
  expect(holdings.every(({ code }) => isLiveCode(code))).toBe(true);
  expect(holdings.every(isGenuine)).toBe(true);
  expect(new Set(holdings.map(({ code }) => code)).size).toBe(200);
});

test('every letter of base32 comes up: the whole of 80 bits is used', () => {
  const letters = new Set(Array.from({ length: 200 }, () => drawHolding().code).join(''));
  expect([...letters].sort().join('')).toBe('234567abcdefghijklmnopqrstuvwxyz');
});

test('another secret, or one character of the code, is a forgery', () => {
  const { code, secret } = drawHolding();
  expect(isGenuine({ code, secret: drawHolding().secret })).toBe(false);
  for (let index = 0; index < code.length; index++) {
    const other = code[index] === 'a' ? 'b' : 'a';
    const forged = code.slice(0, index) + other + code.slice(index + 1);
    expect(isGenuine({ code: forged, secret })).toBe(false);
  }
});

test('a known secret gives a known code: addresses outlive a new version of the server', () => {
  expect(isGenuine({ code: 'g6aeyrhhyu6wmqor', secret: 'A'.repeat(43) })).toBe(true);
});
