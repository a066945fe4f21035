import { describe, expect, test } from 'vitest';
import { encodeEvidence } from './encode.ts';
import { bitOf, bytesOf, headersOf, integerOf, listOf, propertyOf, textOf } from './normalise.ts';
import { captureHeaders } from './host-headers.ts';

captureHeaders({ 'a.js': 'new Headers()' });

const ok = (value: unknown) => ({ ok: true, value });

describe('bytesOf()', () => {
  test.each([
    ['Uint8Array', Uint8Array.of(1, 255)],
    ['Buffer', Buffer.from([1, 255])],
    ['ArrayBuffer', Uint8Array.of(1, 255).buffer],
    ['DataView', new DataView(Uint8Array.of(1, 255).buffer)],
    ['array of integers', [1, 255]],
  ])('reads a %s', (_name, value) => {
    expect(bytesOf(encodeEvidence(value))).toEqual(ok(Uint8Array.of(1, 255)));
  });

  test.each([
    ['text', 'ab', { kind: 'wrong-type', at: null }],
    ['an array with a text', [1, 'b'], { kind: 'wrong-type', at: 1 }],
    ['an array with 256', [1, 256], { kind: 'out-of-range', at: 1 }],
    ['an array with 1.5', [1.5], { kind: 'out-of-range', at: 0 }],
  ])('does not take %s for bytes, and says where', (_name, value, misreading) => {
    expect(bytesOf(encodeEvidence(value))).toMatchObject({ ok: false, misreading });
  });

  test('says that bytes were cut rather than that they differ', () => {
    const caps = { depth: 1, width: 1, nodes: 9, bytes: 1, text: 1 };
    const reading = bytesOf(encodeEvidence(new Uint8Array(5), { caps }));
    expect(reading).toEqual({ ok: false, misreading: { kind: 'truncated', length: 5 } });
  });
});

describe('headersOf()', () => {
  test.each([
    [
      'Map',
      new Map<string, unknown>([
        ['Upgrade', 'websocket'],
        ['n', 13],
      ]),
    ],
    ['Headers', new Headers({ Upgrade: 'websocket', n: '13' })],
    ['plain object', { Upgrade: 'websocket', n: 13 }],
    [
      'null-prototype object',
      Object.assign(Object.create(null) as object, { UPGRADE: 'websocket', n: 13 }),
    ],
  ])('reads a %s, names in lower case, numbers as text', (_name, value) => {
    const reading = headersOf(encodeEvidence(value));
    const entries = reading.ok ? [...reading.value].sort() : [];
    expect(entries).toEqual([
      ['n', '13'],
      ['upgrade', 'websocket'],
    ]);
  });

  test('keeps a header named __proto__ as an entry', () => {
    const reading = headersOf(encodeEvidence(JSON.parse('{"__proto__":"x"}')));
    expect(reading.ok && reading.value.get('__proto__')).toBe('x');
  });

  test('does not count what an object inherits', () => {
    const reading = headersOf(encodeEvidence(Object.create({ a: 'b' })));
    expect(reading.ok && reading.value.size).toBe(0);
  });

  test('refuses a value that is neither text nor number', () => {
    expect(headersOf(encodeEvidence({ a: ['b'] }))).toMatchObject({
      ok: false,
      misreading: { kind: 'wrong-type', at: 0 },
    });
  });
});

describe('the small readings', () => {
  test.each([
    [true, true],
    [false, false],
    [1, true],
    [0, false],
    [1n, true],
  ])('bitOf(%s) is %s', (value, bit) => {
    expect(bitOf(encodeEvidence(value))).toEqual(ok(bit));
  });

  test('a bit is not 2, and not a text', () => {
    expect(bitOf(encodeEvidence(2))).toMatchObject({ misreading: { kind: 'out-of-range' } });
    expect(bitOf(encodeEvidence('1'))).toMatchObject({ misreading: { kind: 'wrong-type' } });
  });

  test('an integer is a number or a bigint, without fraction', () => {
    expect(integerOf(encodeEvidence(65_536))).toEqual(ok(65_536n));
    expect(integerOf(encodeEvidence(2n ** 60n))).toEqual(ok(2n ** 60n));
    expect(integerOf(encodeEvidence(NaN))).toMatchObject({ misreading: { kind: 'out-of-range' } });
  });

  test('a list is any iterable, and null or undefined the empty one', () => {
    const one = [{ type: 'number', value: 1 }];
    function* generator() {
      yield 1;
    }
    for (const value of [[1], new Set([1]), generator(), Uint8Array.of(1)]) {
      expect(listOf(encodeEvidence(value))).toEqual(ok(one));
    }
    for (const value of [null, undefined, []])
      expect(listOf(encodeEvidence(value))).toEqual(ok([]));
    expect(listOf(encodeEvidence(3))).toMatchObject({ misreading: { kind: 'wrong-type' } });
  });

  test('text is a primitive string', () => {
    expect(textOf(encodeEvidence('abc'))).toEqual(ok('abc'));
    expect(textOf(encodeEvidence(Buffer.from('abc')))).toMatchObject({
      misreading: { kind: 'wrong-type' },
    });
  });

  test('a property is found by name, own or inherited', () => {
    const evidence = encodeEvidence(Object.create({ a: 1 }, { b: { value: 2 } }));
    expect(propertyOf(evidence, 'a')).toEqual({ type: 'number', value: 1 });
    expect(propertyOf(evidence, 'b')).toEqual({ type: 'number', value: 2 });
    expect(propertyOf(evidence, 'c')).toEqual({ type: 'undefined' });
  });
});
