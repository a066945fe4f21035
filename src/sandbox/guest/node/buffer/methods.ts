// What a Buffer does besides holding numbers: text, copies, comparisons, JSON.
import { invalidArgumentType, nodeError, outOfRange } from '../errors.ts';
import { findEncoding, requireEncoding } from './encodings.ts';
import { compareBytes, findBytes } from './search.ts';

/** How many bytes `console.log` shows of a Buffer. */
const INSPECTED_BYTES = 50;
const BYTES = 'an instance of Buffer or Uint8Array';

function clamp(value: unknown, low: number, high: number, whenAbsent: number): number {
  if (value === undefined) return whenAbsent;
  const number = Math.trunc(Number(value)) || 0;
  return Math.min(Math.max(number, low), high);
}

function requireBytes(value: unknown, name: string): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) throw invalidArgumentType(name, BYTES, value);
}

/** `slice` counts from the end when negative, as arrays do. */
function relativeIndex(value: number | undefined, length: number, whenAbsent: number): number {
  const index = clamp(value, -length, length, whenAbsent);
  return index < 0 ? index + length : index;
}

type WriteArguments = readonly [offset?: unknown, length?: unknown, encoding?: unknown];

/** write(string[, offset[, length]][, encoding]): the encoding may come at any place after the string. */
function writeArguments(size: number, given: WriteArguments) {
  const at = given.findIndex((value) => typeof value === 'string');
  const encoding = at === -1 ? given[2] : given[at];
  const [offsetGiven, lengthGiven] = at === -1 ? given : given.slice(0, at);
  const offset = checkedIndex(offsetGiven, 'offset', size, 0);
  const length = Math.min(checkedIndex(lengthGiven, 'length', size, size - offset), size - offset);
  return { offset, length, encoding: requireEncoding(encoding) };
}

function checkedIndex(value: unknown, name: string, size: number, whenAbsent: number): number {
  if (value === undefined) return whenAbsent;
  if (typeof value !== 'number') throw invalidArgumentType(name, 'of type number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < 0 || value > size) throw outOfRange(name, `>= 0 && <= ${size}`, value);
  return value;
}

/** The longest prefix of `bytes` that holds whole characters and fits in `room`. */
function wholeCharacters(bytes: Uint8Array, room: number, encodingName: string): number {
  if (bytes.length <= room) return bytes.length;
  if (encodingName === 'utf16le') return room & ~1;
  if (encodingName !== 'utf8') return room;
  let end = room;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return end;
}

function fill(target: Uint8Array, value: unknown, ...rest: readonly unknown[]): void {
  const encodingAt = rest.findIndex((item) => typeof item === 'string');
  const encoding = encodingAt === -1 ? rest[2] : rest[encodingAt];
  const [start, end] = encodingAt === -1 ? rest : rest.slice(0, encodingAt);
  const from = checkedIndex(start, 'offset', target.length, 0);
  const to = checkedIndex(end, 'end', target.length, target.length);
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
    Uint8Array.prototype.fill.call(target, Number(value) & 0xff, from, to);
    return;
  }
  const pattern = typeof value === 'string' ? requireEncoding(encoding).encode(value) : value;
  if (pattern.length === 0 && value.length > 0) {
    throw nodeError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument 'value' is invalid. Received '${String(value)}'`,
    );
  }
  for (let index = from; index < to; index++)
    target[index] = pattern[(index - from) % pattern.length] ?? 0;
}

function swap(bytes: Uint8Array, size: 2 | 4 | 8): Uint8Array {
  if (bytes.length % size !== 0) {
    throw nodeError(
      RangeError,
      'ERR_INVALID_BUFFER_SIZE',
      `Buffer size must be a multiple of ${size * 8}-bits`,
    );
  }
  for (let start = 0; start < bytes.length; start += size)
    bytes.subarray(start, start + size).reverse();
  return bytes;
}

function inspect(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, INSPECTED_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  const hidden = bytes.length - shown.length;
  const more = hidden > 0 ? ` ... ${hidden} more byte${hidden > 1 ? 's' : ''}` : '';
  return `<Buffer${shown.length > 0 ? ' ' : ''}${shown.join(' ')}${more}>`;
}

/** `this` is always a Buffer: each method is put on its prototype. */
const METHODS = {
  toString(this: Uint8Array, encoding?: unknown, start?: unknown, end?: unknown): string {
    const from = clamp(start, 0, this.length, 0);
    const to = clamp(end, 0, this.length, this.length);
    return requireEncoding(encoding).decode(
      from === 0 && to === this.length ? this : this.subarray(from, Math.max(from, to)),
    );
  },
  write(this: Uint8Array, text: unknown, ...rest: unknown[]): number {
    if (typeof text !== 'string')
      throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
    const { offset, length, encoding } = writeArguments(
      this.length,
      rest as unknown as WriteArguments,
    );
    const bytes = encoding.encode(text);
    const written = wholeCharacters(bytes, length, encoding.name);
    this.set(bytes.subarray(0, written), offset);
    return written;
  },
  toJSON(this: Uint8Array) {
    return { type: 'Buffer', data: Array.from(this) };
  },
  toLocaleString(this: Uint8Array, encoding?: unknown) {
    return METHODS.toString.call(this, encoding);
  },
  equals(this: Uint8Array, other: unknown): boolean {
    requireBytes(other, 'otherBuffer');
    return this === other || compareBytes(this, other) === 0;
  },
  compare(
    this: Uint8Array,
    target: unknown,
    targetStart?: number,
    targetEnd?: number,
    start?: number,
    end?: number,
  ) {
    requireBytes(target, 'target');
    return compareBytes(this.subarray(start, end), target.subarray(targetStart, targetEnd));
  },
  copy(
    this: Uint8Array,
    target: unknown,
    targetStart?: unknown,
    start?: unknown,
    end?: unknown,
  ): number {
    requireBytes(target, 'target');
    const at = clamp(targetStart, 0, target.length, 0);
    const from = clamp(start, 0, this.length, 0);
    const to = Math.max(from, clamp(end, 0, this.length, this.length));
    const part = this.subarray(from, Math.min(to, from + target.length - at));
    target.set(part, at);
    return part.length;
  },
  slice(this: Uint8Array, start?: number, end?: number): Uint8Array {
    const from = relativeIndex(start, this.length, 0);
    return this.subarray(from, Math.max(from, relativeIndex(end, this.length, this.length)));
  },
  indexOf(this: Uint8Array, value: unknown, offset?: unknown, encoding?: unknown): number {
    return findBytes(this, value, offset, encoding, 'first');
  },
  lastIndexOf(this: Uint8Array, value: unknown, offset?: unknown, encoding?: unknown): number {
    return findBytes(this, value, offset, encoding, 'last');
  },
  includes(this: Uint8Array, value: unknown, offset?: unknown, encoding?: unknown): boolean {
    return findBytes(this, value, offset, encoding, 'first') !== -1;
  },
  fill(this: Uint8Array, value: unknown, ...rest: unknown[]): Uint8Array {
    fill(this, value, ...rest);
    return this;
  },
  swap16(this: Uint8Array) {
    return swap(this, 2);
  },
  swap32(this: Uint8Array) {
    return swap(this, 4);
  },
  swap64(this: Uint8Array) {
    return swap(this, 8);
  },
  [Symbol.for('nodejs.util.inspect.custom')](this: Uint8Array) {
    return inspect(this);
  },
};

/** `latin1Slice`, `hexWrite`…: undocumented, and used by packages that want speed. */
function defineSlicesAndWrites(prototype: object): void {
  for (const name of ['ascii', 'base64', 'base64url', 'hex', 'latin1', 'ucs2', 'utf8']) {
    const encoding = findEncoding(name);
    Object.assign(prototype, {
      [`${name}Slice`](this: Uint8Array, start?: number, end?: number) {
        return encoding?.decode(this.subarray(start, end));
      },
      [`${name}Write`](this: Uint8Array, text: string, offset = 0, length = this.length - offset) {
        return METHODS.write.call(this, text, offset, length, name);
      },
    });
  }
}

export function defineMethods(prototype: object): void {
  Object.assign(prototype, METHODS);
  defineSlicesAndWrites(prototype);
  Object.defineProperties(prototype, {
    parent: {
      configurable: true,
      get(this: Uint8Array) {
        return this.buffer;
      },
    },
    offset: {
      configurable: true,
      get(this: Uint8Array) {
        return this.byteOffset;
      },
    },
  });
}
