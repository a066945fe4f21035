// What the console shows and how values compare, against Node's own util.
/* eslint-disable @typescript-eslint/no-extraneous-class, @typescript-eslint/no-empty-function, @typescript-eslint/require-await, no-sparse-arrays --
   the odder a value, the more it tells */
import * as nodeUtil from 'node:util';
import { describe, expect, test } from 'vitest';
import util from './index.ts';

class Salon {
  nom = 'général';
  clients = new Set(['a']);
}
class Vide {}
const circular: Record<string, unknown> = { nom: 'x' };
circular.moi = circular;

const VALUES: Record<string, unknown> = {
  text: "l'été\n",
  numbers: [0, -0, 1.5, NaN, Infinity],
  bigints: 10n,
  symbols: [Symbol('a'), Symbol.iterator],
  nothing: [null, undefined],
  'a plain object': { a: 1, 'b-c': [1, 2], d: { e: { f: { g: 1 } } } },
  'empty ones': [{}, [], new Map(), new Set(), new Vide()],
  'an instance': new Salon(),
  'a null prototype': Object.assign(Object.create(null) as object, { a: 1 }),
  functions: [
    () => 1,
    function nommée() {},
    class A {},
    class B extends Salon {},
    async () => undefined,
  ],
  maps: new Map<unknown, unknown>([
    ['a', { b: 1 }],
    [{ c: 2 }, new Map([[1, 2]])],
  ]),
  bytes: new Uint8Array([1, 2, 255]),
  'an array buffer': new Uint8Array([1, 2]).buffer,
  dates: new Date(0),
  'regular expressions': /a+/gi,
  holes: [1, , 3, , , 6],
  'extra properties': Object.assign([1], { plus: true }),
  accessors: {
    get a() {
      return 1;
    },
    set b(_value: number) {},
    get c() {
      return 1;
    },
    set c(_value: number) {},
  },
  'symbol keys': { [Symbol('clé')]: 1 },
  circular,
  'a long object': {
    premier: 'une valeur assez longue',
    second: 'une autre valeur assez longue',
    troisième: 'encore une',
  },
  'a long list of numbers': Array.from({ length: 120 }, (_, index) => index),
  'a short list of text': ['un', 'deux', 'trois'],
  boxed: [new String('a'), new Number(1), new Boolean(false)],
  'a custom inspector': { [nodeUtil.inspect.custom]: () => 'moi-même' },
};

describe('inspect', () => {
  test.each(Object.entries(VALUES))('shows %s as Node does', (_title, value) => {
    expect(util.inspect(value)).toBe(nodeUtil.inspect(value));
  });

  test('an error shows its stack, its code and its cause', () => {
    const error = Object.assign(new Error('cassé', { cause: 'la pluie' }), { code: 'E_X' });
    const shown = util.inspect(error);
    expect(shown).toContain('Error: cassé\n    at ');
    expect(shown).toContain("code: 'E_X'");
    expect(shown).toContain("[cause]: 'la pluie'");
  });

  test('a hostile getter or proxy does not break the console', () => {
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error('non');
        },
        ownKeys() {
          throw new Error('non');
        },
      },
    );
    expect(util.inspect({ hostile })).toBe('{ hostile: […] }');
  });
});

const FORMATS: Record<string, unknown[]> = {
  nothing: [],
  text: ['a', 'b', 1],
  directives: ['%s %d %i %f %j %% %x', 'a', '42', '42.9', '1.5', { a: 1 }, 'reste'],
  'too few values': ['%s %s', 'un'],
  'a percent alone': ['100%', 'a'],
  objects: [{ a: 1 }, 'texte', [1]],
  '%o and %O': ['%O', { a: { b: { c: { d: 1 } } } }],
  '%s of values': ['%s %s %s %s', 5n, Symbol('a'), null, -0],
  '%s of an object': ['%s', { a: 1 }],
  '%s of a class with toString': [
    '%s',
    new (class {
      toString() {
        return 'moi';
      }
    })(),
  ],
  '%c': ['%cgras', 'color: red'],
};

test.each(Object.entries(FORMATS))('format() writes %s as Node does', (_title, values) => {
  expect(util.format(...values)).toBe(nodeUtil.format(...values));
});

test.each([
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [
    [1, 2],
    [2, 1],
  ],
  [new Map([['a', [1]]]), new Map([['a', [1]]])],
  [new Set([[1]]), new Set([[1]])],
  [new Set([1]), new Set([2])],
  [new Date(1), new Date(2)],
  [/a/g, /a/i],
  [NaN, NaN],
  [0, -0],
  [new Salon(), { nom: 'général', clients: new Set(['a']) }],
  [Buffer.from('ab'), Buffer.from('ab')],
])('isDeepStrictEqual(%o, %o) decides as Node does', (left, right) => {
  expect(util.isDeepStrictEqual(left, right)).toBe(nodeUtil.isDeepStrictEqual(left, right));
});

test('promisify() turns a callback into a promise, for values and for errors', async () => {
  const half = util.promisify((...given) => {
    const [value, callback] = given as [number, (error: Error | null, result?: number) => void];
    if (value % 2 === 1) callback(new Error('impair'));
    else callback(null, value / 2);
  });
  await expect(half(4)).resolves.toBe(2);
  await expect(half(3)).rejects.toThrow('impair');
});
