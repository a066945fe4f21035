// What the panel can print as an address, for each way in which the server listens and the page was opened.
import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { liveReach } from './live-reach.ts';

const address = (text: string) => ({
  address: text,
  port: 4321,
  family: text.includes(':') ? 'IPv6' : 'IPv4',
});
const LAN = {
  lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }],
  wlan0: [{ address: '192.168.1.12', family: 'IPv4', internal: false }],
} as unknown as NodeJS.Dict<NetworkInterfaceInfo[]>;
const reach = (origin: string, listening: string, interfaces: typeof LAN = LAN) =>
  liveReach(origin, address(listening), interfaces, 'npm start');

test('a server that listens everywhere is reached by its addresses on the network', () => {
  const expected = { origins: ['http://192.168.1.12:4321'], loopbackOnly: false, restart: null };
  expect(reach('http://localhost:4321', '::')).toEqual(expected);
  expect(reach('http://192.168.1.12:4321', '0.0.0.0')).toEqual(expected);
});

test('a page opened under a name shows that the name works, and it stands first', () => {
  expect(reach('https://trame.example', '::').origins).toEqual([
    'https://trame.example',
    'http://192.168.1.12:4321',
  ]);
  expect(reach('https://trame.example', '127.0.0.1')).toEqual({
    origins: ['https://trame.example'],
    loopbackOnly: false,
    restart: null,
  });
});

test('a server on one address of the network is reached there', () => {
  expect(reach('http://192.168.1.12:4321', '192.168.1.12').origins).toEqual([
    'http://192.168.1.12:4321',
  ]);
});

test.each([
  'http://localhost:4321',
  'http://127.0.0.1:4321',
  'http://[::1]:4321',
  'http://trame.localhost:4321',
  'rubbish',
])('on loopback, a page of %s is told how to start the server for the room', (origin) => {
  expect(reach(origin, '127.0.0.1')).toEqual({
    origins: [],
    loopbackOnly: true,
    restart: 'npm start -- --host 0.0.0.0 --port 4321',
  });
});

test('without a network there is no address, and no command that would help', () => {
  expect(reach('http://localhost:4321', '::', {})).toEqual({
    origins: [],
    loopbackOnly: true,
    restart: null,
  });
});
