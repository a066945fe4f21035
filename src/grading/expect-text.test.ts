import { describe, expect, test } from 'vitest';

import { encodeEvidence } from '../evidence/encode.ts';
import { CheckFailure } from './check-failure.ts';
import { expectText } from './expect-text.ts';
import type { FailureDetail } from './verdict.ts';

const returned = (value: unknown) => ({ value: encodeEvidence(value), sent: "f('clé')" });

function failureOf(value: unknown): FailureDetail {
  try {
    expectText(returned(value), { expected: 'abc=' });
  } catch (error) {
    if (error instanceof CheckFailure) return error.detail;
    throw error;
  }
  throw new Error('it passed');
}

describe('expectText()', () => {
  test('accepts the very text', () => {
    expect(() => {
      expectText(returned('abc='), { expected: 'abc=' });
    }).not.toThrow();
  });

  test.each([
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a Buffer', Buffer.from('abc='), 'un Buffer de 4 octets'],
    ['a String object', new String('abc='), 'un tableau ou un objet qui se parcourt'],
    ['an array of the text', ['abc='], 'un tableau ou un objet'],
    ['an object whose toString() is the text', { toString: () => 'abc=' }, 'un objet'],
    ['a number', 4, 'un nombre'],
    ['an Error', new Error('abc='), 'une erreur'],
  ])('refuses %s and names its kind', (_what, value, kind) => {
    expect(failureOf(value).message).toContain(`rend ${kind}`);
  });

  test('refuses a proxy of a String, whatever it answers', () => {
    const proxy = new Proxy(new String('abc='), { get: () => () => 'abc=' });
    expect(failureOf(proxy).message).toContain('le contrat demande');
  });

  test('says the size of a text that was too big to leave its realm', () => {
    const value = { type: 'string', value: 'abc=', length: 500_000_000 } as const;
    expect(() => {
      expectText({ value, sent: 'f()' }, { expected: 'abc=' });
    }).toThrow(/500000000 caractères/);
  });

  test('shows what was sent, expected and received, and where they part', () => {
    const { sent, expected, actual, where } = failureOf('abd=\n');
    expect({ sent, expected, actual }).toEqual({
      sent: "f('clé')",
      expected: 'abc=',
      actual: 'abd=␊',
    });
    expect(where).toContain('caractère 3');
  });

  test('names the mistake that the author recognises', () => {
    const recognise = (actual: string) =>
      actual === 'ABC=' ? { message: 'Majuscules.', hint: 'Gardez la casse.' } : null;
    expect(() => {
      expectText(returned('ABC='), { expected: 'abc=', recognise });
    }).toThrow(/Majuscules/);
  });
});
