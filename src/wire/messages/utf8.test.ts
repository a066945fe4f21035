import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHex } from '../hex.ts';
import { Utf8Validator } from './utf8-validator.ts';
import { decodeUtf8, encodeUtf8, findInvalidUtf8 } from './utf8.ts';

/** Characters of one to four bytes, as often each. `fc.string({ unit: 'binary' })` takes seconds to set up. */
const anyText = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength: 8 })
  .map((codePoints) => String.fromCodePoint(...codePoints).toWellFormed());

/** The platform's own, to compare with. */
const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeOrNull(decode: (bytes: Uint8Array) => string, bytes: Uint8Array): string | null {
  try {
    return decode(bytes);
  } catch {
    return null;
  }
}

function theirs(bytes: Uint8Array): string | null {
  return decodeOrNull((it) => platform.decode(it), bytes);
}

function ours(bytes: Uint8Array): string | null {
  return decodeOrNull(decodeUtf8, bytes);
}

/** As `ours`, without the cost of an exception: for tables of many thousands. */
function oursFast(bytes: Uint8Array): string | null {
  return findInvalidUtf8(bytes) === null ? decodeUtf8(bytes) : null;
}

/** Among all the sequences of a given size, as numbers in network byte order, those read otherwise. */
function mismatches(size: 1 | 2): string[] {
  const found: string[] = [];
  for (let number = 0; number < 256 ** size; number++) {
    const bytes = Uint8Array.from(size === 1 ? [number] : [number >> 8, number & 0xff]);
    if (oursFast(bytes) !== theirs(bytes)) found.push(number.toString(16));
  }
  return found;
}

describe('decodeUtf8() decides as TextDecoder does', () => {
  test('for each byte alone', () => {
    expect(mismatches(1)).toEqual([]);
  });

  test('for each pair of bytes', () => {
    expect(mismatches(2)).toEqual([]);
  });

  test('for each edge of the table of RFC 3629 §4, in three and in four bytes', () => {
    const firsts = [
      0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5,
    ];
    const seconds = [0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0];
    const others = [0x7f, 0x80, 0xbf, 0xc0];
    for (const first of firsts) {
      for (const second of seconds) {
        for (const [third, fourth] of others.flatMap((a) => others.map((b) => [a, b] as const))) {
          const bytes = Uint8Array.of(first, second, third, fourth);
          if (oursFast(bytes) !== theirs(bytes)) expect.fail(`bytes ${bytes.join(' ')}`);
          const short = bytes.subarray(0, 3);
          if (oursFast(short) !== theirs(short)) expect.fail(`bytes ${short.join(' ')}`);
        }
      }
    }
    expect(ours(Uint8Array.of(0xf4, 0x8f, 0xbf, 0xbf))).toBe('\u{10ffff}');
  });

  test('for any bytes, valid for the most part or not at all', () => {
    const spoiled = fc.tuple(anyText, fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
      const bytes = encodeUtf8(text);
      if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 8 }), spoiled), (bytes) => {
        expect(ours(bytes)).toBe(theirs(bytes));
      }),
      { numRuns: 500 },
    );
  });
});

describe('decodeUtf8() keeps what is often lost:', () => {
  test.each([
    ['a replacement character that was sent', 'ef bf bd', '\ufffd'],
    ['a byte order mark', 'ef bb bf 61', '\ufeffa'],
    ['a noncharacter', 'ef bf bf', '\uffff'],
    ['a character of four bytes', 'f0 9f 98 80', '😀'],
    ['a NUL', '61 00 62', 'a\0b'],
  ])('%s', (_what, bytes, text) => {
    expect(decodeUtf8(parseHex(bytes))).toBe(text);
    expect(encodeUtf8(text)).toEqual(parseHex(bytes));
  });
});

describe('findInvalidUtf8() tells the first impossible byte of', () => {
  test.each([
    ['an overlong NUL', 'c0 80', 0],
    ['an overlong slash in three bytes', 'e0 80 af', 1],
    ['a surrogate', 'ed a0 80', 1],
    ['a code point past 10FFFF', 'f4 90 80 80', 1],
    ['a byte that is never in UTF-8', 'ff', 0],
    ['a continuation byte alone', '61 80', 1],
    ['a cut character', 'c3', 1],
    ['a character cut by ASCII', 'c3 41', 1],
    ['the message of Autobahn', 'ce ba e1 bd b9 cf 83 ce bc ce b5 ed a0 80 65 64', 12],
  ])('%s', (_what, text, offset) => {
    const bytes = parseHex(text);
    expect(findInvalidUtf8(bytes)).toBe(offset);
    const error = { code: 'invalid-utf8', closeCode: 1007 };
    expect(() => decodeUtf8(bytes)).toThrow(expect.objectContaining(error));
  });

  test('valid text: none', () => {
    expect(findInvalidUtf8(encodeUtf8('é€😀'))).toBeNull();
  });
});

test('encodeUtf8() writes what TextEncoder writes, lonely surrogates included', () => {
  const units = fc.array(fc.nat(0xffff), { maxLength: 20 });
  const text = units.map((codes) => String.fromCharCode(...codes));
  const surrogates = fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 }), { maxLength: 6 });
  const lonely = surrogates.map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(fc.oneof(text, lonely), (it) => {
      expect(encodeUtf8(it)).toEqual(new TextEncoder().encode(it));
    }),
  );
});

test('every code point is written and read back', () => {
  for (let block = 0; block <= 0x10ffff; block += 0x800) {
    if (block === 0xd800) continue;
    const text = String.fromCodePoint(...Array.from({ length: 0x800 }, (_, i) => block + i));
    const bytes = encodeUtf8(text);
    if (!Buffer.from(text).equals(bytes)) expect.fail(`written, from ${block.toString(16)}`);
    if (decodeUtf8(bytes) !== text) expect.fail(`read, from ${block.toString(16)}`);
  }
});

test('Utf8Validator decides the same, wherever the text is cut', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 6 });
  const text = anyText.map((it) => [...encodeUtf8(it)].map((b) => Uint8Array.of(b)));
  fc.assert(
    fc.property(fc.oneof(pieces, text), (chunks) => {
      const whole = new Uint8Array(chunks.flatMap((chunk) => [...chunk]));
      const validate = (): null => {
        const validator = new Utf8Validator();
        for (const chunk of chunks) validator.push(chunk);
        validator.end();
        return null;
      };
      if (theirs(whole) === null) {
        expect(validate).toThrow(expect.objectContaining({ code: 'invalid-utf8' }));
      } else {
        expect(validate()).toBeNull();
      }
    }),
  );
});
