import { expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

test.each([
  ['localhost', true],
  ['trame.localhost', true],
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['[::1]', true],
  ['192.168.1.12', false],
  ['localhost.example', false],
  ['labo.test', false],
])('%s: loopback %s', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});
