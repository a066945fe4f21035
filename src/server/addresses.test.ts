// Which addresses are printed for which listening address.
import { expect, test } from 'vitest';
import { reachOf } from './addresses.ts';

const common = { netmask: '', mac: '', cidr: null };
const INTERFACES = {
  lo: [{ ...common, family: 'IPv4' as const, address: '127.0.0.1', internal: true }],
  eth0: [
    { ...common, family: 'IPv4' as const, address: '192.168.1.20', internal: false },
    { ...common, family: 'IPv6' as const, address: 'fe80::1', internal: false, scopeid: 2 },
  ],
};

test.each(['::', '0.0.0.0'])('%s is reached from this machine and from the room', (address) => {
  expect(reachOf({ address, port: 4321, family: 'IPv6' }, INTERFACES)).toEqual({
    local: 'http://localhost:4321',
    lan: ['http://192.168.1.20:4321'],
    isPublic: true,
  });
});

test.each([
  ['127.0.0.1', 'IPv4', 'http://localhost:80', false],
  ['::1', 'IPv6', 'http://localhost:80', false],
  ['192.168.1.20', 'IPv4', 'http://192.168.1.20:80', true],
  ['fd00::2', 'IPv6', 'http://[fd00::2]:80', true],
])('%s is reached under that address only', (address, family, local, isPublic) => {
  expect(reachOf({ address, port: 80, family }, INTERFACES)).toEqual({ local, lan: [], isPublic });
});
