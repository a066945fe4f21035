import { describe, expect, test } from 'vitest';

import { encodeEvidence } from '../evidence/encode.ts';
import { CheckFailure } from './check-failure.ts';
import { readBit, readInteger, readOptionalProperty, readProperty } from './read-record.ts';

const SHAPE = '{ statut, entetes }';
const returned = (value: unknown) => ({
  value: encodeEvidence(value, { names: ['statut', 'entetes'] }),
  sent: 'decider()',
});

function refusalOf(run: () => unknown): CheckFailure['detail'] {
  try {
    run();
  } catch (error) {
    if (error instanceof CheckFailure) return error.detail;
  }
  throw new Error('nothing was refused');
}

class Reponse {
  get statut() {
    return 400 + 4;
  }
}

describe('readProperty()', () => {
  test.each([
    ['a literal', { statut: 404 }],
    ['a null prototype', Object.assign(Object.create(null) as object, { statut: 404 })],
    ['a getter of a class', new Reponse()],
    ['an inherited value', Object.create({ statut: 404 })],
    [
      'an iterable',
      {
        statut: 404,
        *[Symbol.iterator]() {
          yield 1;
        },
      },
    ],
  ])('reads %s', (_, value) => {
    expect(readInteger(readProperty(returned(value), 'statut', SHAPE), 'Le statut')).toBe(404n);
  });

  test('names the properties that came instead', () => {
    const detail = refusalOf(() => readProperty(returned({ status: 404 }), 'statut', SHAPE));
    expect(detail.hint).toContain('status');
    expect(detail).toMatchObject({ expected: SHAPE, actual: '{ status: 404 }' });
  });

  test.each([undefined, null, 404, '404', true, [404], new Map([['statut', 404]])])(
    'refuses %o, which is no record',
    (value) => {
      const detail = refusalOf(() => readProperty(returned(value), 'statut', SHAPE));
      expect(detail.message).toContain(SHAPE);
      expect(detail.hint).not.toBeNull();
    },
  );

  test('says that a getter threw', () => {
    const hostile = {
      get statut() {
        throw new Error('non');
      },
    };
    expect(refusalOf(() => readProperty(returned(hostile), 'statut', SHAPE)).message).toContain(
      'lire',
    );
  });
});

describe('readOptionalProperty()', () => {
  test.each([{}, { entetes: undefined }, { entetes: null }])('reads %o as nothing', (value) => {
    expect(readOptionalProperty(returned(value), 'entetes', SHAPE)).toBeNull();
  });
});

describe('readInteger()', () => {
  test('takes a bigint', () => {
    expect(readInteger(returned(426n), 'Le statut')).toBe(426n);
  });

  test.each(['426', 426.5, Number.NaN, [426]])('refuses %o', (value) => {
    expect(refusalOf(() => readInteger(returned(value), 'Le statut')).message).toMatch(
      /^Le statut est/,
    );
  });

  test('tells the quotes from the number', () => {
    expect(refusalOf(() => readInteger(returned('426'), 'Le statut')).hint).toContain('guillemets');
  });
});

describe('readBit()', () => {
  test.each([
    [true, true],
    [1, true],
    [1n, true],
    [false, false],
    [0, false],
    [-0, false],
  ])('reads %o as %o', (value, bit) => {
    expect(readBit(returned(value), 'FIN')).toBe(bit);
  });

  test.each([128, 2, -1, 0.5, Number.NaN, null, undefined, [1], {}])('refuses %o', (value) => {
    expect(refusalOf(() => readBit(returned(value), 'FIN')).message).toMatch(/^FIN est/);
  });

  test('says that a text is no bit', () => {
    expect(refusalOf(() => readBit(returned('0'), 'FIN')).hint).toContain('texte');
  });
});
