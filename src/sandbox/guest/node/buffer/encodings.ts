// Text to bytes and back, in each encoding that Node's Buffer has, as lenient as Node is.
import { unknownEncoding } from '../errors.ts';
import { base64Length, decodeBase64, encodeBase64 } from './base64.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export type Encoding = {
  readonly name: string;
  encode(text: string): Bytes;
  decode(bytes: Uint8Array): string;
  /** Bytes that `encode` may need; for base64 an upper bound, as in Node. */
  byteLength(text: string): number;
};

// Captured: the student's code may not change how we read UTF-8, and BOMs are kept, as in Node.
const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const utf8Encoder = new TextEncoder();
/** Code units that `String.fromCharCode` takes at once without exhausting the stack. */
const CHUNK = 8192;

function fromUnits(units: ArrayLike<number>): string {
  let text = '';
  for (let start = 0; start < units.length; start += CHUNK) {
    text += String.fromCharCode(
      ...(Array.prototype.slice.call(units, start, start + CHUNK) as number[]),
    );
  }
  return text;
}

function encodeUnits(text: string): Bytes {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** UTF-8 length without encoding; a lone surrogate becomes U+FFFD, three bytes. */
function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    length += unit < 0x800 ? 1 : 2;
    const isPair =
      unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
    if (isPair) index++;
  }
  return length;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const NOT_HEX = 0xff;
const HEX_VALUES = new Uint8Array(256).fill(NOT_HEX);
for (const [value, digit] of Array.from('0123456789abcdef').entries()) {
  HEX_VALUES[digit.charCodeAt(0)] = HEX_VALUES[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Stops at the first pair that is not two hexadecimal digits. */
function decodeHex(text: string): Bytes {
  const bytes = new Uint8Array(text.length >>> 1);
  // Node looks at the low byte of each code unit only.
  const digit = (index: number) => HEX_VALUES[text.charCodeAt(index) & 0xff] ?? NOT_HEX;
  for (let index = 0; index < bytes.length; index++) {
    const [high, low] = [digit(index * 2), digit(index * 2 + 1)];
    if (high === NOT_HEX || low === NOT_HEX) return bytes.slice(0, index);
    bytes[index] = high * 16 + low;
  }
  return bytes;
}

function encodeHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

function encodeUtf16(text: string): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), true);
  }
  return bytes;
}

function decodeUtf16(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Array.from({ length: bytes.length >>> 1 }, (_, index) =>
    view.getUint16(index * 2, true),
  );
  return fromUnits(units);
}

const UTF8: Encoding = {
  name: 'utf8',
  encode: (text) => utf8Encoder.encode(text),
  decode: (bytes) => utf8Decoder.decode(bytes),
  byteLength: utf8Length,
};
const LATIN1: Encoding = {
  name: 'latin1',
  encode: encodeUnits,
  decode: fromUnits,
  byteLength: (text) => text.length,
};
const ENCODINGS: Readonly<Record<string, Encoding>> = {
  __proto__: null as never,
  utf8: UTF8,
  'utf-8': UTF8,
  latin1: LATIN1,
  binary: LATIN1,
  ascii: {
    ...LATIN1,
    name: 'ascii',
    decode: (bytes) => fromUnits(bytes.map((byte) => byte & 0x7f)),
  },
  hex: {
    name: 'hex',
    encode: decodeHex,
    decode: encodeHex,
    byteLength: (text) => text.length >>> 1,
  },
  base64: {
    name: 'base64',
    encode: decodeBase64,
    decode: (bytes) => encodeBase64(bytes, false),
    byteLength: base64Length,
  },
  base64url: {
    name: 'base64url',
    encode: decodeBase64,
    decode: (bytes) => encodeBase64(bytes, true),
    byteLength: base64Length,
  },
  ucs2: {
    name: 'utf16le',
    encode: encodeUtf16,
    decode: decodeUtf16,
    byteLength: (text) => text.length * 2,
  },
};

const ALIASES: Readonly<Record<string, string>> = {
  __proto__: null as never,
  'ucs-2': 'ucs2',
  utf16le: 'ucs2',
  'utf-16le': 'ucs2',
};

export function findEncoding(name: unknown): Encoding | undefined {
  if (typeof name !== 'string') return undefined;
  const lower = name.toLowerCase();
  return ENCODINGS[ALIASES[lower] ?? lower];
}

/** `undefined`, `null` and '' are UTF-8. Throws `ERR_UNKNOWN_ENCODING`. */
export function requireEncoding(name: unknown): Encoding {
  if (name === undefined || name === null || name === '') return UTF8;
  const encoding = findEncoding(name);
  if (encoding === undefined) throw unknownEncoding(typeof name === 'string' ? name : typeof name);
  return encoding;
}
