import { expect, test } from 'vitest';
import { parseExtensions, serialiseExtensions } from './extensions.ts';

test.each([
  ['permessage-deflate', [{ name: 'permessage-deflate', parameters: [] }]],
  [
    'permessage-deflate; client_max_window_bits; server_max_window_bits=10',
    [
      {
        name: 'permessage-deflate',
        parameters: [
          { name: 'client_max_window_bits', value: null },
          { name: 'server_max_window_bits', value: '10' },
        ],
      },
    ],
  ],
  [
    'foo;bar="b\\az" , ,baz',
    [
      { name: 'foo', parameters: [{ name: 'bar', value: 'baz' }] },
      { name: 'baz', parameters: [] },
    ],
  ],
])('parseExtensions() reads %j [RFC 6455 §9.1]', (value, extensions) => {
  expect(parseExtensions(value)).toEqual(extensions);
});

test.each([
  ['nothing', ''],
  ['commas only', ' , '],
  ['a name that is not a token', 'a b'],
  ['an empty parameter', 'a;'],
  ['a parameter without a name', 'a;=1'],
  ['a parameter without a value', 'a;b='],
  ['spaces around =', 'a; b = 1'],
  ['a quoted value that is not a token', 'a; b="x,y"'],
  ['an empty quoted value', 'a; b=""'],
  ['a quote that is never closed', 'a; b="x'],
])('parseExtensions() refuses %s', (_what, value) => {
  expect(parseExtensions(value)).toBeNull();
});

test('serialiseExtensions() writes what parseExtensions() reads', () => {
  const text = 'permessage-deflate; client_max_window_bits; server_max_window_bits=10, x-other';
  expect(serialiseExtensions(parseExtensions(text) ?? [])).toBe(text);
});
