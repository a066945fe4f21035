// The interface printed in the appendix is the one that the platform has: no member missing, none invented.
import { expect, test } from 'vitest';
import { readCode } from '../run-listing.fixture.ts';

const idl = await readCode('api/websocket.webidl');
const names = (pattern: RegExp): string[] => [...idl.matchAll(pattern)].map(([, name]) => name!);

test('api/websocket.webidl lists exactly the attributes, methods and constants of WebSocket', () => {
  const written = [
    ...names(/attribute (?:unsigned long long|unsigned short|\w+) (\w+);/g),
    ...names(/undefined (\w+)\(/g),
    ...names(/const unsigned short (\w+) =/g),
    ...names(/(constructor)\(/g),
  ];
  expect(written.sort()).toEqual(Object.getOwnPropertyNames(WebSocket.prototype).sort());
});

test('api/websocket.webidl gives each state its number', () => {
  const states = [...idl.matchAll(/const unsigned short (\w+) = (\d);/g)];
  expect(states).toHaveLength(4);
  for (const [, name = '', value] of states) {
    expect(Reflect.get(WebSocket, name), name).toBe(Number(value));
  }
});

test('api/websocket.webidl says what can be written and what can only be read', () => {
  for (const [, readonly, name = ''] of idl.matchAll(
    /(readonly )?attribute (?:unsigned long long|unsigned short|\w+) (\w+);/g,
  )) {
    const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, name);
    expect(property?.set === undefined, name).toBe(readonly !== undefined);
  }
});
