// Chance for the virtual Node, from the browser's generator, which insecure contexts have too.
import { Buffer } from '../buffer/index.ts';
import { invalidArgumentType, nodeError, outOfRange } from '../errors.ts';
import { nextTick } from '../event-loop.ts';

/** `getRandomValues` refuses more than this at once. */
const QUOTA = 65536;
const MAX_RANGE = 2 ** 48 - 1;
const MAX_SIZE = 2 ** 31 - 1;
type Callback<T> = (error: Error | null, value?: T) => void;

// Captured: freezing or replacing `globalThis.crypto` later does not change `node:crypto`.
const nativeCrypto = globalThis.crypto;

function fill(bytes: Uint8Array<ArrayBuffer>): void {
  for (let start = 0; start < bytes.length; start += QUOTA) {
    nativeCrypto.getRandomValues(bytes.subarray(start, start + QUOTA));
  }
}

export function randomFillSync<T extends ArrayBuffer | ArrayBufferView>(
  target: T,
  offset = 0,
  size?: number,
): T {
  const isView = ArrayBuffer.isView(target);
  if (!isView && !(target instanceof ArrayBuffer)) {
    throw invalidArgumentType('buf', 'an instance of ArrayBuffer or ArrayBufferView', target);
  }
  const bytes = isView
    ? new Uint8Array(target.buffer as ArrayBuffer, target.byteOffset, target.byteLength)
    : new Uint8Array(target);
  const length = size ?? bytes.length - offset;
  if (offset < 0 || offset > bytes.length)
    throw outOfRange('offset', `>= 0 && <= ${bytes.length}`, offset);
  if (length < 0 || offset + length > bytes.length)
    throw outOfRange('size + offset', `<= ${bytes.length}`, offset + length);
  fill(bytes.subarray(offset, offset + length));
  return target;
}

export function randomFill(target: ArrayBufferView, ...rest: unknown[]): void {
  const callback = rest.pop() as Callback<ArrayBufferView>;
  randomFillSync(target, rest[0] as number | undefined, rest[1] as number | undefined);
  nextTick(callback, null, target);
}

export function randomBytes(size: unknown, callback?: Callback<Buffer>): Buffer | undefined {
  if (typeof size !== 'number') throw invalidArgumentType('size', 'of type number', size);
  if (!(size >= 0 && size <= MAX_SIZE)) throw outOfRange('size', `>= 0 && <= ${MAX_SIZE}`, size);
  const bytes = randomFillSync(Buffer.alloc(size));
  if (callback === undefined) return bytes;
  nextTick(callback, null, bytes);
  return undefined;
}

/** An integer in [min, max[, each equally likely. */
export function randomInt(
  min: unknown,
  max?: unknown,
  callback?: Callback<number>,
): number | undefined {
  if (max === undefined || typeof max === 'function')
    return randomInt(0, min, max as Callback<number> | undefined);
  if (!Number.isSafeInteger(min)) throw invalidArgumentType('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw invalidArgumentType('max', 'a safe integer', max);
  const [low, high] = [min as number, max as number];
  if (high <= low) throw outOfRange('max', `greater than the value of "min" (${low})`, high);
  const range = high - low;
  if (range > MAX_RANGE) throw outOfRange('max - min', `<= ${MAX_RANGE}`, range);
  const limit = MAX_RANGE + 1 - ((MAX_RANGE + 1) % range);
  let drawn: number;
  // Drawing again above the last whole multiple keeps the draw fair.
  do drawn = randomFillSync(Buffer.alloc(6)).readUIntBE(0, 6);
  while (drawn >= limit);
  const value = low + (drawn % range);
  if (callback === undefined) return value;
  nextTick(callback, null, value);
  return undefined;
}

export function randomUUID(): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

export function getRandomValues<T extends ArrayBufferView>(target: T): T {
  if (target.byteLength > QUOTA) {
    throw nodeError(Error, 'ERR_QUOTA_EXCEEDED', `The requested length exceeds ${QUOTA} bytes`, {
      name: 'QuotaExceededError',
    });
  }
  return randomFillSync(target);
}
