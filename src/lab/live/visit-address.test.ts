import { expect, test } from 'vitest';
import { visitAddress } from './visit-address.ts';

const CODE = 'abcdefghijklmnop';
const HERE = { protocol: 'http:', host: 'labo.test:8080' };

test('a page’s socket goes to the student under the code, query included', () => {
  const at = `ws://labo.test:8080/live/${CODE}`;
  expect(visitAddress(HERE, CODE, '/chat')).toBe(`${at}/chat`);
  expect(visitAddress(HERE, CODE, '/a/../chat?x=../../..')).toBe(`${at}/chat?x=../../..`);
  expect(visitAddress({ ...HERE, protocol: 'https:' }, CODE, '/')).toMatch(/^wss:/);
});

test.each([
  '/../../ws/live',
  '/%2e%2e/%2E%2e/ws/live',
  '/..\\..\\ws\\live',
  '/\t../\n../ws/live',
  '/../qrstuvwxyz234567/chat',
  'z/chat',
  '@ailleurs.example/chat',
  '/../../../..//ailleurs.example/',
])('a page that asks for %j gets no connection', (target) => {
  let address: string;
  try {
    address = visitAddress(HERE, CODE, target);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return;
  }
  expect(address).toMatch(`ws://labo.test:8080/live/${CODE}/`);
});
