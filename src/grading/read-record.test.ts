import { describe, expect, test } from 'vitest';

import { encodeEvidence } from '../evidence/encode.ts';
import { CheckFailure } from './check-failure.ts';
import { readInteger, readOptionalProperty, readProperty } from './read-record.ts';

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
