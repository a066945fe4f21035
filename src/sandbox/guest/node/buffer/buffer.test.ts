// Our Buffer against Node's, call by call: the same value, or the same error.
import {
  Buffer as NodeBuffer,
  isAscii as nodeIsAscii,
  isUtf8 as nodeIsUtf8,
  transcode as nodeTranscode,
} from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Buffer, isAscii, isUtf8, transcode } from './index.ts';

type BufferClass = typeof NodeBuffer;
const ENCODINGS = [
  'utf8',
  'utf-8',
  'UTF8',
  'latin1',
  'binary',
  'ascii',
  'hex',
  'base64',
  'base64url',
  'ucs2',
  'utf16le',
  'UTF-16LE',
] as readonly BufferEncoding[];

/** What a call gives, in a form that both Buffers share. */
function outcome(run: () => unknown): unknown {
  try {
    const value = run();
    return value instanceof Uint8Array ? { bytes: Array.from(value) } : { value };
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return { name, message, code };
  }
}

function expectSame(run: (buffer: BufferClass) => unknown): void {
  expect(outcome(() => run(Buffer))).toEqual(outcome(() => run(NodeBuffer)));
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.base64String(),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '/',
      '_',
      '-',
      '+',
      '=',
      ' ',
      '\n',
      '0',
      'f',
      'z',
      '\u0141',
      '\ud800',
    ),
  }),
);

describe('text', () => {
  test('Buffer.from(text, encoding) gives Node’s bytes for any text in any encoding', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...ENCODINGS), (text, encoding) => {
        expectSame((B) => B.from(text, encoding));
      }),
      { numRuns: 1000 },
    );
  });

  test('toString(encoding) gives Node’s text for any bytes, at any bounds', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom(...ENCODINGS),
        fc.integer({ min: -5, max: 90 }),
        fc.integer({ min: -5, max: 90 }),
        (bytes, encoding, start, end) => {
          expectSame((B) => B.from(bytes).toString(encoding));
          expectSame((B) => B.from(bytes).toString(encoding, start, end));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('byteLength agrees with Node', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...ENCODINGS), (text, encoding) => {
        expectSame((B) => B.byteLength(text, encoding));
      }),
    );
  });

  test('write() stops where Node stops, never in the middle of a character', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(...ENCODINGS),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        (text, encoding, offset, length) => {
          expectSame((B) => {
            const target = B.alloc(10, 0xee);
            return [target.write(text, offset, length, encoding), target.toString('hex')];
          });
        },
      ),
    );
  });

  test('isUtf8, isAscii and transcode agree with Node', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        expect(isUtf8(bytes)).toBe(nodeIsUtf8(bytes));
        expect(isAscii(bytes)).toBe(nodeIsAscii(bytes));
      }),
    );
    for (const to of ['utf8', 'ucs2', 'latin1', 'ascii'] as const) {
      expect(outcome(() => transcode(Buffer.from('h\u00e9€'), 'utf8', to))).toEqual(
        outcome(() => nodeTranscode(NodeBuffer.from('h\u00e9€'), 'utf8', to)),
      );
    }
  });
});

const NUMBER_METHODS = Object.getOwnPropertyNames(NodeBuffer.prototype).filter((name) =>
  /^(read|write)(Big)?(U?[Ii]nt|Float|Double)/.test(name),
);

describe('numbers', () => {
  test('every read and write method of Node exists here', () => {
    const ours = Buffer.prototype as unknown as Record<string, unknown>;
    expect(NUMBER_METHODS.filter((name) => typeof ours[name] !== 'function')).toEqual([]);
    expect(NUMBER_METHODS.length).toBeGreaterThan(60);
  });

  test('they give the same numbers, bytes and errors as Node', { timeout: 30_000 }, () => {
    const offset = fc.oneof(
      fc.integer({ min: -1, max: 9 }),
      fc.constantFrom(undefined, 0.5, '1', NaN),
    );
    const value = fc.oneof(
      fc.integer(),
      // Beyond 1e21 Node groups digits as « 1e_+21 » in its messages.
      fc.double({ min: -1e20, max: 1e20 }),
      fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }),
      fc.maxSafeInteger(),
      fc.integer({ min: -130, max: 260 }),
    );
    const size = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.constant(undefined));
    fc.assert(
      fc.property(
        fc.constantFrom(...NUMBER_METHODS),
        fc.uint8Array({ minLength: 0, maxLength: 9 }),
        value,
        offset,
        size,
        (name, bytes, number, at, length) => {
          expectSame((B) => {
            const buffer = B.from(bytes);
            const call = (buffer as unknown as Record<string, (...values: unknown[]) => unknown>)[
              name
            ]!;
            const isRead = name.startsWith('read');
            const isVariable = /(Int|Uint)(LE|BE)$/i.test(name);
            const given = isVariable ? [at, length] : [at];
            // Of a fraction Node writes each half rounded its own way.
            const written = isVariable && typeof number === 'number' ? Math.trunc(number) : number;
            const result = call.apply(buffer, isRead ? given : [written, ...given]);
            return [result, buffer.toString('hex')];
          });
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('the rest of the class', () => {
  const CALLS: Record<string, (B: BufferClass) => unknown> = {
    'from(number)': (B) => B.from(5 as never),
    'from(null)': (B) => B.from(null as never),
    'from({})': (B) => B.from({} as never),
    'from(unknown encoding)': (B) => B.from('a', 'nope' as never),
    'from(array-like)': (B) => B.from({ length: 3, 0: 1 } as never),
    'from(JSON)': (B) => B.from({ type: 'Buffer', data: [1, 2] } as never),
    'from(String object)': (B) => B.from(new String('abc') as never),
    'from(ArrayBuffer, too far)': (B) => B.from(new ArrayBuffer(3), 5),
    'from(ArrayBuffer, offset, length)': (B) => B.from(Uint8Array.of(1, 2, 3, 4).buffer, 1, 2),
    'from(array of big numbers)': (B) => B.from([256, -1, 3.7]),
    'alloc(negative)': (B) => B.alloc(-1),
    'alloc(text)': (B) => B.alloc('5' as never),
    'alloc(size, fill)': (B) => B.alloc(7, 'abc'),
    'alloc(size, base64)': (B) => B.alloc(5, 'YWI=', 'base64'),
    'concat(no list)': (B) => B.concat('a' as never),
    'concat(numbers)': (B) => B.concat([5] as never),
    'concat(short)': (B) => B.concat([B.from('abc'), B.from('def')], 4),
    'concat(long)': (B) => B.concat([B.from('abc')], 5),
    'compare(numbers)': (B) => B.compare(1 as never, 2 as never),
    'equals(number)': (B) => B.from('a').equals(1 as never),
    'equals(Uint8Array)': (B) => B.from('a').equals(Uint8Array.of(97)),
    'compare with bounds': (B) => B.from('abcd').compare(B.from('xbcx'), 1, 3, 1, 3),
    'copy(number)': (B) => B.alloc(3).copy(5 as never),
    copy: (B) => {
      const target = B.alloc(4);
      return [B.from('abcdef').copy(target, 1, 2), target.toString()];
    },
    'fill(bad hex)': (B) => B.alloc(4).fill('zz', 'hex'),
    'fill(text, bounds)': (B) => B.alloc(6).fill('ab', 1, 5),
    'fill(number)': (B) => B.alloc(2).fill(257),
    'swap16 of three': (B) => B.alloc(3).swap16(),
    swap32: (B) => B.from('abcdefgh').swap32(),
    'toString(unknown)': (B) => B.alloc(3).toString('nope' as never),
    'write(number)': (B) => B.alloc(3).write(5 as never),
    'write beyond': (B) => B.alloc(3).write('abc', 5),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old code uses it
    'slice negative': (B) => B.from('abcdef').slice(-4, -1),
    'subarray is a Buffer': (B) => B.isBuffer(B.from('abc').subarray(1)),
    'isBuffer(Uint8Array)': (B) => B.isBuffer(new Uint8Array(1)),
    isEncoding: (B) => ['utf8', 'BASE64URL', 'nope', 5].map((name) => B.isEncoding(name as string)),
    toJSON: (B) => JSON.stringify(B.from('ab')),
    'byteLength(number)': (B) => B.byteLength(5 as never),
    'byteLength(ArrayBuffer)': (B) => B.byteLength(new ArrayBuffer(4)),
    'indexOf text': (B) => [
      B.from('abcabc').indexOf('c'),
      B.from('abcabc').indexOf('c', 3),
      B.from('abcabc').indexOf('c', -1),
      B.from('abc').indexOf(''),
    ],
    'indexOf bytes and number': (B) => [
      B.from('abcabc').indexOf(B.from('ca')),
      B.from('abc').indexOf(98),
      B.from('abc').includes('zz'),
    ],
    lastIndexOf: (B) => [
      B.from('abcabc').lastIndexOf('abc'),
      B.from('abcabc').lastIndexOf('abc', 2),
      B.from('abcabc').lastIndexOf('a', -4),
    ],
    'indexOf(undefined)': (B) => B.from('a').indexOf(undefined as never),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old code uses it
    'new Buffer(text)': (B) => new B('abc'),
    'Buffer(number)': (B) => (B as unknown as (size: number) => unknown)(3),
    'name and constructor': (B) => [B.name, B.from('a').constructor === B],
    'map keeps the class': (B) => B.isBuffer(B.from('a').map((byte) => byte + 1)),
    latin1Slice: (B) => (B.from('h\u00e9') as unknown as { latin1Slice(): string }).latin1Slice(),
    of: (B) => B.of(1, 2, 300),
  };

  test.each(Object.entries(CALLS))('%s does what Node does', (_title, call) => {
    expectSame(call);
  });

  test('from(ArrayBuffer) shares memory and from(Uint8Array) copies', () => {
    const memory = Uint8Array.of(1, 2);
    expect(Buffer.from(memory.buffer).buffer).toBe(memory.buffer);
    expect(Buffer.from(memory).buffer).not.toBe(memory.buffer);
  });
});
