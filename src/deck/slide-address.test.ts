// The part of an address that names a slide.
import { expect, test } from 'vitest';
import { readSlideAddress } from './slide-address.ts';

test.each([
  ['', { kind: 'none' }],
  ['#', { kind: 'none' }],
  ['#/', { kind: 'none' }],
  ['#/lire-une-trame', { kind: 'id', id: 'lire-une-trame' }],
  ['#lire-une-trame', { kind: 'id', id: 'lire-une-trame' }],
  ['#/lire-une-trame/2', { kind: 'id', id: 'lire-une-trame' }],
  ['#/lire-une-trame/-1', { kind: 'id', id: 'lire-une-trame' }],
  ['#/l%C3%A0', { kind: 'id', id: 'là' }],
  ['#/%E0%A4%A', { kind: 'id', id: '%E0%A4%A' }],
  ['#/3', { kind: 'indices', chapter: 3, index: 0 }],
  ['#/3/12', { kind: 'indices', chapter: 3, index: 12 }],
  ['#/3/12/1', { kind: 'indices', chapter: 3, index: 12 }],
])('%s', (hash, address) => {
  expect(readSlideAddress(hash)).toEqual(address);
});
