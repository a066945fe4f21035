// Finding bytes in bytes, with Node's treatment of offsets and of empty needles.
import { invalidArgumentType } from '../errors.ts';
import { requireEncoding } from './encodings.ts';

function toBytes(needle: unknown, encoding: unknown): Uint8Array {
  if (typeof needle === 'string') return requireEncoding(encoding).encode(needle);
  if (typeof needle === 'number') return Uint8Array.of(needle & 0xff);
  if (needle instanceof Uint8Array) return needle;
  throw invalidArgumentType(
    'value',
    'one of type number or string or an instance of Buffer or Uint8Array',
    needle,
  );
}

function matchesAt(bytes: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let index = 0; index < needle.length; index++) {
    if (bytes[at + index] !== needle[index]) return false;
  }
  return true;
}

/** The first index at or after `byteOffset`, or the last at or before it; -1 when there is none. */
export function findBytes(
  bytes: Uint8Array,
  value: unknown,
  byteOffset: unknown,
  encoding: unknown,
  direction: 'first' | 'last',
): number {
  // indexOf(value, encoding) is allowed.
  const [offset, encodingName] =
    typeof byteOffset === 'string' ? [undefined, byteOffset] : [byteOffset, encoding];
  const needle = toBytes(value, encodingName);
  const isFirst = direction === 'first';
  const number = Number(offset);
  let start = Number.isNaN(number) ? (isFirst ? 0 : bytes.length) : Math.trunc(number);
  if (offset === null) start = 0;
  if (start < 0) start += bytes.length;
  if (start < 0) {
    if (!isFirst) return -1;
    start = 0;
  }
  if (needle.length === 0) return Math.min(start, bytes.length);
  const last = bytes.length - needle.length;
  if (isFirst) {
    for (let at = start; at <= last; at++) if (matchesAt(bytes, needle, at)) return at;
  } else {
    for (let at = Math.min(start, last); at >= 0; at--) if (matchesAt(bytes, needle, at)) return at;
  }
  return -1;
}

/** -1, 0 or 1, byte by byte, the shorter first. */
export function compareBytes(left: Uint8Array, right: Uint8Array): -1 | 0 | 1 {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return left.length === right.length ? 0 : left.length < right.length ? -1 : 1;
}
