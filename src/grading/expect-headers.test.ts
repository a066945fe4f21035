import { describe, expect, test } from 'vitest';

import { encodeEvidence } from '../evidence/encode.ts';
import { CheckFailure } from './check-failure.ts';
import { expectHeaders, type HeadersExpectation } from './expect-headers.ts';
import { readHeaders } from './read-headers.ts';
import type { FailureDetail } from './verdict.ts';
import { captureHeaders } from '../evidence/host-headers.ts';

captureHeaders({ 'a.js': 'new Headers()' });

const EXPECTED = new Map([
  ['host', 'a:8080'],
  ['__proto__', 'x'],
]);
const returned = (value: unknown) => ({ value: encodeEvidence(value), sent: "f('…')" });
// A plain object, as JSON.parse() makes it: `__proto__` is an own key.
const own = (json: string): unknown => JSON.parse(json);

function failureOf(value: unknown, more: Partial<HeadersExpectation> = {}): FailureDetail {
  try {
    expectHeaders(returned(value), { expected: EXPECTED, ...more });
  } catch (error) {
    if (error instanceof CheckFailure) return error.detail;
    throw error;
  }
  throw new Error('it passed');
}

describe('expectHeaders()', () => {
  test('names by itself what comes in a list, and guesses at nothing that did not come', () => {
    expect(failureOf(['host: a:8080']).isNamed).toBe(true);
    expect(failureOf(undefined).isNamed).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['a Map', new Map(EXPECTED)],
    ['a Map in another order', new Map([...EXPECTED].reverse())],
    ['a Headers', new Headers([...EXPECTED])],
    ['a plain object', own('{"host":"a:8080","__proto__":"x"}')],
    ['a null-prototype object', Object.assign(Object.create(null), Object.fromEntries(EXPECTED))],
    [
      'an object whose prototype says something else',
      Object.defineProperty(
        Object.assign(Object.create({ origin: 'z' }), { host: 'a:8080' }),
        '__proto__',
        {
          value: 'x',
          enumerable: true,
        },
      ),
    ],
  ])('accepts %s', (_what, value) => {
    expect(() => {
      expectHeaders(returned(value), { expected: EXPECTED });
    }).not.toThrow();
  });

  test('takes a number for its text, and nothing for nothing', () => {
    const expected = new Map([['sec-websocket-version', '13']]);
    expect(() => {
      expectHeaders(returned({ 'sec-websocket-version': 13 }), { expected });
      expectHeaders(returned(new Map()), { expected: new Map() });
    }).not.toThrow();
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /sont undefined/],
    ['pairs', [...EXPECTED], /un tableau/],
    ['a value that is a list', { host: ['a:8080'] }, /'host' est un tableau/],
    ['a value that is not there', new Map([['host', undefined]]), /'host' est undefined/],
    ['a name that is no text', new Map([[1, 'a']]), /est un nombre/],
    ['another value', new Map([['host', 'a']]), /« host » n’a pas la valeur/],
    ['a name with capitals', { Host: 'a:8080' }, /« Host » n’est pas en minuscules/],
    ['a name with a space', { 'host ': 'a:8080' }, /blancs entourent le nom « host␠ »/],
    ['a header that is absent', { host: 'a:8080' }, /« __proto__ » manque/],
    ['a header too many', new Map([...EXPECTED, ['origin', 'z']]), /« origin » est de trop/],
    ['a header under two names', new Map([...EXPECTED, ['Host', 'a:8080']]), /rendu deux fois/],
  ])('refuses %s', (_what, value, message) => {
    expect(failureOf(value).message.replace(/[\u00a0\u202f]/g, ' ')).toMatch(message);
  });

  test('shows the one header that differs, and where', () => {
    const { expected, actual, where, sent } = failureOf(new Map([['host', 'a:8080\r']]));
    expect({ expected, actual, sent }).toEqual({
      expected: 'host: a:8080',
      actual: 'host: a:8080␍',
      sent: "f('…')",
    });
    expect(where).toContain('1 caractère de trop');
  });

  test('names the mistakes that the author recognises', () => {
    const mistake = { message: 'Coupée.', hint: 'Au premier seulement.' };
    expect(failureOf({ host: 'a' }, { recogniseValue: () => mistake })).toMatchObject(mistake);
    expect(failureOf({ get: '/' }, { recogniseName: () => mistake })).toMatchObject(mistake);
  });
});

test('readHeaders() reads names in any case', () => {
  expect(readHeaders(returned({ HOST: 'a', Age: 3 }))).toEqual(
    new Map([
      ['host', 'a'],
      ['age', '3'],
    ]),
  );
});
