import { describe, expect, test } from 'vitest';
import { EVIDENCE_CAPS } from './caps.ts';
import { encodeEvidence, EvidenceEncoder } from './encode.ts';
import type { Evidence } from './evidence.ts';
import { isEvidence } from './is-evidence.ts';
import { captureHeaders } from './host-headers.ts';

captureHeaders({ 'a.js': 'new Headers()' });

const SMALL = { depth: 2, width: 4, nodes: 1_000, bytes: 8, text: 5 };

/** Runs `patch`, pictures `value`, and puts the property back whatever happens. */
function pictureUnder(
  owner: object,
  key: PropertyKey,
  descriptor: PropertyDescriptor,
  value: unknown,
) {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  Object.defineProperty(owner, key, { ...descriptor, configurable: true });
  try {
    return encodeEvidence(value);
  } finally {
    if (before === undefined) Reflect.deleteProperty(owner, key);
    else Object.defineProperty(owner, key, before);
  }
}

describe('encodeEvidence()', () => {
  test.each<[string, unknown, unknown]>([
    ['undefined', undefined, { type: 'undefined' }],
    ['null', null, { type: 'null' }],
    ['-0', -0, { type: 'number', value: -0 }],
    ['a bigint', 7n, { type: 'bigint', value: 7n }],
    ['text', 'é', { type: 'string', value: 'é', length: 1 }],
    ['a symbol', Symbol('s'), { type: 'symbol', description: 'Symbol(s)' }],
    [
      'a function',
      function nom() {
        return 0;
      },
      { type: 'function', name: 'nom' },
    ],
    ['a set', new Set([1]), { type: 'set', items: [{ type: 'number', value: 1 }] }],
    [
      'a hole',
      Object.assign(new Array<number>(2), { 1: 1 }),
      { type: 'array', items: [{ type: 'undefined' }, { type: 'number', value: 1 }], length: 2 },
    ],
    ['no prototype', Object.create(null), { type: 'object', className: null, entries: [] }],
    ['a huge bigint', 2n ** 200n, { type: 'truncated', reason: 'bytes' }],
  ])('pictures %s', (_name, value, picture) => {
    expect(encodeEvidence(value)).toEqual(picture);
  });

  test.each<[string, () => unknown, string]>([
    ['Uint8Array', () => Uint8Array.of(1, 2), 'Uint8Array'],
    ['Buffer', () => Buffer.from([1, 2]), 'Buffer'],
    ['ArrayBuffer', () => Uint8Array.of(1, 2).buffer, 'ArrayBuffer'],
    [
      'SharedArrayBuffer',
      () => {
        const shared = new SharedArrayBuffer(2);
        new Uint8Array(shared).set([1, 2]);
        return shared;
      },
      'ArrayBuffer',
    ],
    ['DataView', () => new DataView(Uint8Array.of(0, 1, 2).buffer, 1), 'DataView'],
    ['Uint16Array', () => Uint16Array.of(0x0201), 'TypedArray'],
    [
      'resizable buffer',
      () => {
        const buffer = new ArrayBuffer(1, { maxByteLength: 8 });
        const view = new Uint8Array(buffer);
        buffer.resize(2);
        view.set([1, 2]);
        return view;
      },
      'Uint8Array',
    ],
  ])('copies the bytes of a %s', (_name, make, kind) => {
    expect(encodeEvidence(make())).toEqual({
      type: 'bytes',
      kind,
      bytes: Uint8Array.of(1, 2),
      length: 2,
    });
  });

  test('shares no memory with the value', () => {
    const bytes = Uint8Array.of(1);
    const picture = encodeEvidence(bytes);
    bytes[0] = 2;
    expect(picture).toMatchObject({ bytes: Uint8Array.of(1) });
  });

  test('says that a detached buffer cannot be read', () => {
    const bytes = Uint8Array.of(1);
    structuredClone(bytes, { transfer: [bytes.buffer] });
    expect(encodeEvidence(bytes)).toEqual({ type: 'unreadable', reason: 'detached' });
  });

  test('packs a long array of bytes, and only of bytes', () => {
    const long = Array.from({ length: 70_000 }, (_, index) => index % 256);
    expect(encodeEvidence(long)).toMatchObject({ type: 'bytes', kind: 'Array', length: 70_000 });
    expect(encodeEvidence([...long, 256])).toMatchObject({ type: 'array', length: 70_001 });
  });

  test('reads headers from a Map and from Headers, in order', () => {
    const entry = [
      { type: 'string', value: 'a', length: 1 },
      { type: 'string', value: 'b', length: 1 },
    ];
    expect(encodeEvidence(new Map([['a', 'b']]))).toEqual({
      type: 'map',
      kind: 'Map',
      entries: [entry],
    });
    expect(encodeEvidence(new Headers({ a: 'b' }))).toEqual({
      type: 'map',
      kind: 'Headers',
      entries: [entry],
    });
  });

  test('finds getters of the class, and the names asked for', () => {
    class Trame {
      fin = true;
      get opcode() {
        return this.fin ? 1 : 0;
      }
      lire() {
        return 0;
      }
    }
    expect(encodeEvidence(new Trame(), { names: ['absent'] })).toEqual({
      type: 'object',
      className: 'Trame',
      entries: [['fin', { type: 'boolean', value: true }]],
      inherited: [
        ['absent', { type: 'undefined' }],
        ['opcode', { type: 'number', value: 1 }],
      ],
    });
  });

  test.each([
    ['an array', class extends Array<number> {}],
    ['a map', class extends Map {}],
    ['an error', class extends Error {}],
    ['bytes', class extends Uint8Array {}],
    [
      'an iterable',
      class {
        *[Symbol.iterator]() {
          yield 1;
        }
      },
    ],
  ])('finds the names asked for in %s that has them all', (_kind, Base) => {
    const names = ['fin', 'opcode'];
    const whole = Object.assign(new Base(), { fin: true, opcode: 2 });
    const entries = [
      ['fin', { type: 'boolean', value: true }],
      ['opcode', { type: 'number', value: 2 }],
    ];
    const picture = encodeEvidence(whole, { names });
    expect(picture).toMatchObject({ type: 'object' });
    if (picture.type === 'object') {
      expect([...picture.entries, ...(picture.inherited ?? [])]).toEqual(
        expect.arrayContaining(entries),
      );
    }
    expect(encodeEvidence(Object.assign(new Base(), { fin: true }), { names }).type).toBe(
      encodeEvidence(new Base(), { names }).type,
    );
  });

  test('cuts text, bytes, width and depth at the caps, and tells the true sizes', () => {
    const options = { caps: SMALL };
    expect(encodeEvidence('abcdefgh', options)).toEqual({
      type: 'string',
      value: 'abcde',
      length: 8,
    });
    expect(encodeEvidence(new Uint8Array(20), options)).toMatchObject({
      bytes: new Uint8Array(8),
      length: 20,
    });
    expect(encodeEvidence([1, 2, 3, 4, 5, 6], options)).toMatchObject({
      items: { length: 5, 4: { type: 'truncated', reason: 'width' } },
      length: 6,
    });
    expect(encodeEvidence([[[[]]]], options)).toMatchObject({
      items: [{ items: [{ items: [{ type: 'truncated', reason: 'depth' }] }] }],
    });
  });

  test('shares its caps among the results of one encoder', () => {
    const encoder = new EvidenceEncoder({ caps: SMALL });
    encoder.encode(new Uint8Array(6));
    expect(encoder.encode(new Uint8Array(6))).toMatchObject({ bytes: { length: 2 }, length: 6 });
  });

  test('survives a map that grows while it is read', () => {
    const map = new Map<unknown, unknown>();
    const grow = {
      get a() {
        map.set({}, grow);
        return 1;
      },
    };
    map.set('first', grow);
    const picture = encodeEvidence(map, { caps: { ...EVIDENCE_CAPS, width: 10 } });
    expect(picture).toMatchObject({ type: 'map', entries: { length: 11 } });
  });

  test('survives a revoked proxy, a throwing iterator and a throwing getter', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(encodeEvidence(proxy)).toEqual({ type: 'unreadable', reason: 'proxy' });
    const iterable = {
      *[Symbol.iterator]() {
        yield 1;
        throw new Error('non');
      },
    };
    expect(encodeEvidence(iterable)).toMatchObject({
      items: [{ type: 'number' }, { type: 'unreadable', reason: 'iterator' }],
    });
    const object = {
      get a(): never {
        throw new Error('non');
      },
    };
    expect(encodeEvidence(object)).toMatchObject({
      entries: [['a', { type: 'unreadable', reason: 'getter' }]],
    });
  });

  test('gives the code of a thrown value, whatever it is', () => {
    const encoder = new EvidenceEncoder();
    expect(encoder.thrown(Object.assign(new RangeError('m'), { code: 1009 }))).toMatchObject({
      name: 'RangeError',
      code: 1009,
    });
    expect(encoder.thrown({ code: 1002n })).toMatchObject({ name: 'Object', code: 1002 });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(encoder.thrown(proxy)).toMatchObject({ name: 'Object', code: undefined });
    expect(encoder.thrown('texte')).toMatchObject({
      name: 'string',
      message: 'texte',
      code: undefined,
    });
    expect(
      encoder.thrown({
        get code(): never {
          throw new Error('non');
        },
      }),
    ).toMatchObject({ code: undefined });
  });

  const lie = () => {
    throw new Error('piège');
  };
  test.each<[string, object, PropertyKey, PropertyDescriptor]>([
    ['Map.prototype.entries', Map.prototype, 'entries', { value: lie }],
    ['Map.prototype[Symbol.iterator]', Map.prototype, Symbol.iterator, { value: lie }],
    [
      'TypedArray.prototype.set',
      Object.getPrototypeOf(Uint8Array.prototype) as object,
      'set',
      { value: lie },
    ],
    [
      'TypedArray.prototype.length',
      Object.getPrototypeOf(Uint8Array.prototype) as object,
      'byteLength',
      { get: lie },
    ],
    ['Array.prototype[Symbol.iterator]', Array.prototype, Symbol.iterator, { value: lie }],
    ['Array.prototype.push', Array.prototype, 'push', { value: lie }],
    ['a setter on Array.prototype[0]', Array.prototype, 0, { set: lie }],
    ['a setter on Object.prototype.type', Object.prototype, 'type', { set: lie }],
    ['Object.prototype.get', Object.prototype, 'get', { value: lie, writable: true }],
    ['Reflect.ownKeys', Reflect, 'ownKeys', { value: lie }],
  ])('is not changed by a patched %s', (_name, owner, key, descriptor) => {
    const value = { bytes: Uint8Array.of(1), map: new Map([['a', 1]]), list: [1, 2] };
    expect(pictureUnder(owner, key, descriptor, value)).toEqual(encodeEvidence(value));
  });

  test.each([
    [
      'text',
      (text: string) => text,
      (item: Evidence) => (item.type === 'string' ? item.value : ''),
    ],
    [
      'an error',
      (text: string) => new Error(text),
      (item: Evidence) => (item.type === 'error' ? item.message : ''),
    ],
  ])('the same %s many times over is pictured within the cap on bytes', (_what, make, textOf) => {
    const value = Array<unknown>(1_000).fill(make('x'.repeat(EVIDENCE_CAPS.text)));
    const picture = encodeEvidence(value);
    const items = picture.type === 'array' ? picture.items : [];
    expect(items).toHaveLength(1_000);
    const kept = items.reduce((sum, item) => sum + textOf(item).length, 0);
    expect(kept).toBeGreaterThanOrEqual(EVIDENCE_CAPS.text);
    expect(kept).toBeLessThanOrEqual(EVIDENCE_CAPS.bytes);
  });

  test('every picture is recognised as evidence after a clone', () => {
    const value = [
      new Map([[1, new Set(['a'])]]),
      Buffer.from('x'),
      new Error('e'),
      { a: [undefined, null, 1n] },
      Symbol('s'),
    ];
    expect(isEvidence(structuredClone(encodeEvidence(value)))).toBe(true);
    expect(isEvidence({ type: 'array', items: [{ type: 'string', value: 1 }], length: 1 })).toBe(
      false,
    );
  });

  test.each([
    ['an array', { type: 'array', items: new Array(2), length: 2 }],
    ['a set', { type: 'set', items: new Array(1) }],
    ['a map', { type: 'map', kind: 'Map', entries: new Array(1) }],
    ['an object', { type: 'object', className: null, entries: new Array(1) }],
  ])('the picture of %s that has holes is no evidence', (_what, picture) => {
    expect(isEvidence(structuredClone(picture))).toBe(false);
  });
});
