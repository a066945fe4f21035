// The numbers of a Buffer: `readUInt16BE`, `writeBigUInt64LE` and their sixty siblings, with Node's bounds and errors.
import { invalidArgumentType, nodeError, outOfRange } from '../errors.ts';

type Method = (this: Uint8Array, ...values: never[]) => unknown;

/** Throws as Node does when `size` bytes at `offset` are not all inside. */
function checkOffset(bytes: Uint8Array, offset: unknown, size: number): asserts offset is number {
  if (typeof offset !== 'number') throw invalidArgumentType('offset', 'of type number', offset);
  if (Number.isInteger(offset) && offset >= 0 && offset + size <= bytes.length) return;
  if (!Number.isInteger(offset)) throw outOfRange('offset', 'an integer', offset);
  if (bytes.length < size) {
    throw nodeError(
      RangeError,
      'ERR_BUFFER_OUT_OF_BOUNDS',
      'Attempt to access memory outside buffer bounds',
    );
  }
  throw outOfRange('offset', `>= 0 and <= ${bytes.length - size}`, offset);
}

/** Node looks at the offset's type before the value for single bytes only. */
function checkByteOffset(offset: unknown, size: number): void {
  if (size === 1 && typeof offset !== 'number') {
    throw invalidArgumentType('offset', 'of type number', offset);
  }
}

function checkValue(value: number | bigint, size: number, isSigned: boolean, isBig: boolean): void {
  const bits = BigInt(size) * 8n;
  const low = isSigned ? -(2n ** (bits - 1n)) : 0n;
  const high = isSigned ? 2n ** (bits - 1n) - 1n : 2n ** bits - 1n;
  if (!(value < low || value > high)) return;
  const n = isBig ? 'n' : '';
  let range = `>= ${low}${n} and <= ${high}${n}`;
  if (size > 4) {
    range = isSigned
      ? `>= -(2${n} ** ${bits - 1n}${n}) and < 2${n} ** ${bits - 1n}${n}`
      : `>= 0${n} and < 2${n} ** ${bits}${n}`;
  }
  throw outOfRange('value', range, value);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Names in Node's spelling, with `UInt` also as `Uint`. */
function define(target: Record<string, unknown>, name: string, method: Method): void {
  for (const spelling of new Set([name, name.replace('UInt', 'Uint')])) {
    Object.defineProperty(target, spelling, {
      value: method,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
}

/** Fixed sizes: Node's name, the name in `DataView`, bytes, and how a value is checked. */
const FIXED = [
  ['UInt8', 'Uint8', 1, 'unsigned'],
  ['Int8', 'Int8', 1, 'signed'],
  ['UInt16', 'Uint16', 2, 'unsigned'],
  ['Int16', 'Int16', 2, 'signed'],
  ['UInt32', 'Uint32', 4, 'unsigned'],
  ['Int32', 'Int32', 4, 'signed'],
  ['BigUInt64', 'BigUint64', 8, 'unsigned'],
  ['BigInt64', 'BigInt64', 8, 'signed'],
  ['Float', 'Float32', 4, 'float'],
  ['Double', 'Float64', 8, 'float'],
] as const;

function defineFixed(target: Record<string, unknown>): void {
  for (const [name, viewName, size, check] of FIXED) {
    for (const suffix of size === 1 ? [''] : ['LE', 'BE']) {
      const isLittle = suffix === 'LE';
      define(target, `read${name}${suffix}`, function (offset: unknown = 0) {
        checkOffset(this, offset, size);
        return viewOf(this)[`get${viewName}`](offset, isLittle);
      });
      define(
        target,
        `write${name}${suffix}`,
        function (given: number | bigint, offset: unknown = 0) {
          const isBig = name.startsWith('Big');
          // A bigint where a number is due throws the engine's own TypeError, here.
          // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- text and objects are converted
          const value = isBig ? given : +(given as number);
          checkByteOffset(offset, size);
          if (check !== 'float') checkValue(value, size, check === 'signed', isBig);
          checkOffset(this, offset, size);
          // And here a number where a bigint is due.
          const stored = isBig ? (value as bigint) - 0n : value;
          viewOf(this)[`set${viewName}`](offset, stored as never, isLittle);
          return offset + size;
        },
      );
    }
  }
}

function checkByteLength(byteLength: unknown): asserts byteLength is number {
  if (typeof byteLength !== 'number')
    throw invalidArgumentType('byteLength', 'of type number', byteLength);
  if (!Number.isInteger(byteLength)) throw outOfRange('byteLength', 'an integer', byteLength);
  if (byteLength < 1 || byteLength > 6) throw outOfRange('byteLength', '>= 1 and <= 6', byteLength);
}

/** `readUIntBE(offset, byteLength)` and its family: 1 to 6 bytes, so that a number holds them. */
function defineVariable(target: Record<string, unknown>): void {
  for (const isSigned of [false, true]) {
    for (const isLittle of [false, true]) {
      const name = `${isSigned ? 'Int' : 'UInt'}${isLittle ? 'LE' : 'BE'}`;
      define(target, `read${name}`, function (offset: unknown, size: unknown) {
        if (offset === undefined) throw invalidArgumentType('offset', 'of type number', offset);
        checkByteLength(size);
        checkOffset(this, offset, size);
        let value = 0;
        for (let index = 0; index < size; index++) {
          value = value * 256 + (this[isLittle ? offset + size - 1 - index : offset + index] ?? 0);
        }
        const limit = 2 ** (size * 8);
        return isSigned && value >= limit / 2 ? value - limit : value;
      });
      define(target, `write${name}`, function (given: number, offset: unknown, size: unknown) {
        checkByteLength(size);
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- text and objects are converted
        const value = +given;
        checkByteOffset(offset, size);
        checkValue(value, size, isSigned, false);
        checkOffset(this, offset, size);
        let rest = Math.trunc(value) || 0;
        for (let index = 0; index < size; index++) {
          this[isLittle ? offset + index : offset + size - 1 - index] = rest & 0xff;
          rest = Math.floor(rest / 256);
        }
        return offset + size;
      });
    }
  }
}

export function defineNumbers(target: object): void {
  defineFixed(target as Record<string, unknown>);
  defineVariable(target as Record<string, unknown>);
}
