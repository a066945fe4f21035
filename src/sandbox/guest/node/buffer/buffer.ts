// The class Buffer: a Uint8Array with Node's methods, callable without `new` as old code does.
import type { Buffer as NodeBuffer } from 'node:buffer';

import { invalidArgumentType, nodeError, outOfRange } from '../errors.ts';
import { requireEncoding, findEncoding } from './encodings.ts';
import { defineMethods } from './methods.ts';
import { defineNumbers } from './numbers.ts';
import { compareBytes } from './search.ts';

export type Buffer = NodeBuffer<ArrayBuffer>;

/** What `buffer.constructor` hides: a subclass, so that `subarray` and `map` give Buffers. */
class FastBuffer extends Uint8Array {}

const FIRST_ARGUMENT =
  'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object';

/** A Buffer over the same memory. */
export function view(bytes: Uint8Array): Buffer {
  return new FastBuffer(
    bytes.buffer as ArrayBuffer,
    bytes.byteOffset,
    bytes.byteLength,
  ) as unknown as Buffer;
}

function copyOf(values: ArrayLike<number>): Buffer {
  const copy = new FastBuffer(values.length);
  copy.set(values);
  return copy as unknown as Buffer;
}

function fromArrayBuffer(memory: ArrayBuffer, byteOffset: unknown, length: unknown): Buffer {
  const offset = Number(byteOffset ?? 0) || 0;
  const rest = memory.byteLength - offset;
  if (rest < 0)
    throw nodeError(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
  const size = length === undefined ? rest : Math.max(0, Number(length) || 0);
  if (size > rest)
    throw nodeError(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds');
  return new FastBuffer(memory, offset, size) as unknown as Buffer;
}

function isArrayBuffer(value: unknown): value is ArrayBuffer {
  const tag = Object.prototype.toString.call(value);
  return tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]';
}

function fromObject(value: object, encoding: unknown): Buffer | undefined {
  if (ArrayBuffer.isView(value) || Array.isArray(value))
    return copyOf(value as unknown as ArrayLike<number>);
  const { length, type, data } = value as { length?: unknown; type?: unknown; data?: unknown };
  if (length !== undefined)
    return typeof length === 'number' ? copyOf(value as ArrayLike<number>) : copyOf([]);
  if (type === 'Buffer' && Array.isArray(data)) return copyOf(data as number[]);
  const convert = (value as { [Symbol.toPrimitive]?: unknown })[Symbol.toPrimitive];
  if (typeof convert !== 'function') return undefined;
  const primitive = (convert as (hint: string) => unknown).call(value, 'string');
  return typeof primitive === 'string' ? from(primitive, encoding) : undefined;
}

function from(value: unknown, encodingOrOffset?: unknown, length?: unknown): Buffer {
  if (typeof value === 'string') return view(requireEncoding(encodingOrOffset).encode(value));
  if (typeof value === 'object' && value !== null) {
    if (isArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive: unknown = value.valueOf();
    if (
      primitive !== value &&
      (typeof primitive === 'string' || typeof primitive === 'object') &&
      primitive !== null
    ) {
      return from(primitive, encodingOrOffset, length);
    }
    const buffer = fromObject(value, encodingOrOffset);
    if (buffer !== undefined) return buffer;
  }
  throw invalidFirstArgument(value);
}

function invalidFirstArgument(value: unknown): Error {
  return invalidArgumentType('first argument', FIRST_ARGUMENT, value);
}

function checkSize(size: unknown): asserts size is number {
  if (typeof size !== 'number') throw invalidArgumentType('size', 'of type number', size);
  if (!(size >= 0 && size <= Number.MAX_SAFE_INTEGER)) {
    throw outOfRange('size', `>= 0 && <= ${Number.MAX_SAFE_INTEGER}`, size);
  }
}

function alloc(size: unknown, fill?: unknown, encoding?: unknown): Buffer {
  checkSize(size);
  const buffer = new FastBuffer(size) as unknown as Buffer;
  if (fill !== undefined && fill !== 0 && size > 0) buffer.fill(fill as string, encoding as 'utf8');
  return buffer;
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function concat(list: unknown, totalLength?: unknown): Buffer {
  if (!Array.isArray(list)) throw invalidArgumentType('list', 'an instance of Array', list);
  const parts = list as unknown[];
  parts.forEach((part, index) => {
    if (!isBytes(part))
      throw invalidArgumentType(`list[${index}]`, 'an instance of Buffer or Uint8Array', part);
  });
  const pieces = parts as Uint8Array[];
  const length =
    totalLength === undefined ? pieces.reduce((sum, piece) => sum + piece.length, 0) : totalLength;
  const result = alloc(length);
  let offset = 0;
  for (const piece of pieces) {
    if (offset >= result.length) break;
    result.set(piece.subarray(0, result.length - offset), offset);
    offset += piece.length;
  }
  return result;
}

function byteLength(value: unknown, encoding?: unknown): number {
  if (typeof value === 'string')
    return (findEncoding(encoding) ?? requireEncoding('utf8')).byteLength(value);
  if (ArrayBuffer.isView(value) || isArrayBuffer(value)) return value.byteLength;
  throw invalidArgumentType(
    'string',
    'of type string or an instance of Buffer or ArrayBuffer',
    value,
  );
}

function compare(left: unknown, right: unknown): -1 | 0 | 1 {
  if (!isBytes(left))
    throw invalidArgumentType('buf1', 'an instance of Buffer or Uint8Array', left);
  if (!isBytes(right))
    throw invalidArgumentType('buf2', 'an instance of Buffer or Uint8Array', right);
  return compareBytes(left, right);
}

function copyBytesFrom(values: ArrayBufferView, offset = 0, length?: number): Buffer {
  const items = values as unknown as Uint8Array;
  const part = items.subarray(offset, length === undefined ? undefined : offset + length);
  return copyOf(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
}

/** `new Buffer(…)` and `Buffer(…)`, deprecated since 2016 and still in every old tutorial. */
function BufferFunction(value: unknown, encodingOrOffset?: unknown, length?: unknown): Buffer {
  return typeof value === 'number' ? alloc(value) : from(value, encodingOrOffset, length);
}

const statics = {
  from,
  alloc,
  allocUnsafe: (size: unknown) => alloc(size),
  allocUnsafeSlow: (size: unknown) => alloc(size),
  of: (...bytes: number[]) => copyOf(bytes),
  concat,
  compare,
  byteLength,
  copyBytesFrom,
  isBuffer: (value: unknown) => value instanceof FastBuffer,
  isEncoding: (name: unknown) => findEncoding(name) !== undefined,
  poolSize: 8192,
};

Object.setPrototypeOf(BufferFunction, Uint8Array);
Object.assign(BufferFunction, statics);
BufferFunction.prototype = FastBuffer.prototype;
// `ws` builds its Buffers through the species, as Node's own code does.
Object.defineProperty(BufferFunction, Symbol.species, {
  configurable: true,
  get: () => FastBuffer,
});
Object.defineProperty(BufferFunction, 'name', { value: 'Buffer' });
Object.defineProperty(FastBuffer.prototype, 'constructor', {
  value: BufferFunction,
  writable: true,
  configurable: true,
});
defineMethods(FastBuffer.prototype);
defineNumbers(FastBuffer.prototype);

export const Buffer = BufferFunction as unknown as typeof NodeBuffer;
