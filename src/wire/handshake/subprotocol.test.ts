import { expect, test } from 'vitest';
import { chooseSubprotocol, parseSubprotocols } from './subprotocol.ts';

test.each([
  ['chat, superchat', ['chat', 'superchat']],
  ['chat,superchat', ['chat', 'superchat']],
  [' chat ', ['chat']],
  ['Chat, chat', ['Chat', 'chat']],
  ['chat, chat', null],
  ['', null],
  [',', null],
  ['chat superchat', null],
  ['"chat"', null],
])('parseSubprotocols(%j) [RFC 6455 §4.1]', (value, offered) => {
  expect(parseSubprotocols(value)).toEqual(offered);
});

test.each([
  ['the first one offered, not the first one supported', ['b', 'a'], ['a', 'b'], 'b'],
  ['the next one when the first is unknown', ['x', 'a'], ['a'], 'a'],
  ['nothing when all are unknown', ['x'], ['a'], null],
  ['nothing when nothing was offered', [], ['a'], null],
  ['only the exact case', ['Chat'], ['chat'], null],
])('chooseSubprotocol() takes %s [RFC 6455 §4.2.2]', (_rule, offered, supported, chosen) => {
  expect(chooseSubprotocol(offered, supported)).toBe(chosen);
});
