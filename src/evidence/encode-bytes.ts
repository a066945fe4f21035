// Copies bytes out of any holder of bytes, up to a cap, with the true length beside them.
import type { BytesKind, Evidence } from './evidence.ts';
import {
  arrayBufferByteLength,
  arrayBufferDetached,
  dataViewBuffer,
  dataViewByteLength,
  dataViewByteOffset,
  get,
  getPrototypeOf,
  isInteger,
  nodeBufferPrototype,
  PlainUint8Array,
  sharedArrayBufferByteLength,
  typedArrayBuffer,
  typedArrayByteLength,
  typedArrayByteOffset,
  typedArrayName,
  typedArraySet,
} from './primordials.ts';

type BytesEvidence = Extract<Evidence, { type: 'bytes' }>;

/** Where the bytes of a value lie. */
type Extent = {
  readonly kind: BytesKind;
  readonly buffer: ArrayBuffer;
  readonly byteOffset: number;
  readonly byteLength: number;
};

/** `value` has the brand `bytes`; at most `room` bytes are copied. */
export function pictureBytes(value: object, room: number): Evidence {
  const extent = extentOf(value);
  if (detached(extent.buffer)) return { type: 'unreadable', reason: 'detached' };
  const size = extent.byteLength < room ? extent.byteLength : room;
  const bytes = new PlainUint8Array(size);
  typedArraySet(bytes, new PlainUint8Array(extent.buffer, extent.byteOffset, size));
  return { type: 'bytes', kind: extent.kind, bytes, length: extent.byteLength };
}

/** Shorter arrays keep one picture for each item, which tells more. */
const PACKED_FROM = 256;

/** A long array of integers 0–255 as bytes, or `null` when it is anything else. */
export function pictureByteArray(array: readonly unknown[], room: number): BytesEvidence | null {
  const { length } = array;
  if (length < PACKED_FROM || length > room) return null;
  const bytes = new PlainUint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const item = readItem(array, index);
    if (typeof item !== 'number' || !isInteger(item) || item < 0 || item > 255) return null;
    bytes[index] = item;
  }
  return { type: 'bytes', kind: 'Array', bytes, length };
}

function readItem(array: readonly unknown[], index: number): unknown {
  try {
    return get(array, index);
  } catch {
    return undefined;
  }
}

function extentOf(value: object): Extent {
  const name = typedArrayName(value);
  if (name !== undefined) {
    return {
      kind: name === 'Uint8Array' ? uint8Kind(value) : 'TypedArray',
      buffer: typedArrayBuffer(value),
      byteOffset: typedArrayByteOffset(value),
      byteLength: typedArrayByteLength(value),
    };
  }
  const whole =
    byteLengthOf(arrayBufferByteLength, value) ?? byteLengthOf(sharedArrayBufferByteLength, value);
  if (whole !== null) {
    return { kind: 'ArrayBuffer', buffer: value as ArrayBuffer, byteOffset: 0, byteLength: whole };
  }
  return {
    kind: 'DataView',
    buffer: dataViewBuffer(value),
    byteOffset: dataViewByteOffset(value),
    byteLength: dataViewByteLength(value),
  };
}

function byteLengthOf(getter: (value: unknown) => number, value: object): number | null {
  try {
    return getter(value);
  } catch {
    return null;
  }
}

function uint8Kind(value: object): BytesKind {
  for (let prototype = getPrototypeOf(value); prototype !== null;) {
    if (prototype === nodeBufferPrototype()) return 'Buffer';
    prototype = getPrototypeOf(prototype);
  }
  return 'Uint8Array';
}

function detached(buffer: unknown): boolean {
  try {
    return arrayBufferDetached(buffer);
  } catch {
    // A SharedArrayBuffer cannot be detached.
    return false;
  }
}
