// The built-ins as they were before any student code ran: what it patches afterwards must not change a picture.

export const {
  apply,
  construct,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  ownKeys,
} = Reflect;

export type Uncurried = (self: unknown, ...args: readonly unknown[]) => unknown;

/** Stands for a built-in that this engine does not have: no value has that brand here. */
export function refuse(): never {
  throw new TypeError('no such built-in in this engine');
}

/** A method as a function of the object it acts on, whatever its prototype becomes later. */
export function methodOf(owner: object | null, key: PropertyKey): Uncurried {
  const method: unknown = owner === null ? null : get(owner, key);
  if (typeof method !== 'function') return refuse;
  return (self, ...args) => apply(method, self, args) as unknown;
}

/** The getter of an accessor property, as a function of the object it acts on. */
export function getterOf(owner: object | null, key: PropertyKey): Uncurried {
  const getter = owner === null ? undefined : getOwnPropertyDescriptor(owner, key)?.get;
  if (getter === undefined) return refuse;
  return (self) => apply(getter, self, []) as unknown;
}

/** The setter of an accessor property, as a function of the object it acts on and the value. */
export function setterOf(owner: object, key: PropertyKey): Uncurried {
  const setter = getOwnPropertyDescriptor(owner, key)?.set;
  if (setter === undefined) return refuse;
  return (self, value) => {
    apply(setter, self, [value]);
    return undefined;
  };
}

/** Adds at the end without `push` and without meeting a setter planted on `Array.prototype`. */
export function append<Item>(list: Item[], item: Item): void {
  define(list, list.length, item);
}

/**
 * `items`, for a browser's API that takes a list: Firefox asks `Array.prototype[Symbol.iterator]` how to read an array.
 * What it meets here is own properties only.
 */
export function listOf<Item>(items: readonly Item[]): Iterable<Item> {
  const sequence = Object.create(null) as Record<symbol, () => unknown>;
  sequence[iteratorSymbol] = () => {
    let index = 0;
    const steps = Object.create(null) as Record<string, () => unknown>;
    steps.next = () =>
      index < items.length ? { done: false, value: items[index++] } : { done: true, value: null };
    return steps;
  };
  return sequence as unknown as Iterable<Item>;
}

/** Gives `target` an own, ordinary property, whatever setters its prototypes hold. */
export function define(target: object, key: PropertyKey, value: unknown): void {
  defineProperty(target, key, {
    // A `get` planted on `Object.prototype` would otherwise be read as part of the descriptor.
    __proto__: null,
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  } as PropertyDescriptor);
}

/** `value` is an object or a function: something that has properties of its own. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A class of the host that some engines lack, looked up without its types: this room knows neither DOM nor Node. */
function hostPrototype(name: string): object | null {
  const owner: unknown = get(globalThis, name);
  const prototype: unknown = isObject(owner) ? get(owner, 'prototype') : null;
  return isObject(prototype) ? prototype : null;
}

export const ObjectPrototype: object = Object.prototype;
export const ErrorPrototype: object = Error.prototype;
export const { isArray } = Array;
export const { isInteger } = Number;
export const toNumber = Number;
export const toText = String;
export const PlainUint8Array = Uint8Array;
export const PlainMap = Map;
export const PlainPromise = Promise;
export const { iterator: iteratorSymbol } = Symbol;

export const slice = methodOf(String.prototype, 'slice') as (
  text: string,
  start: number,
  end: number,
) => string;

const TypedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
const toStringTag: symbol = Symbol.toStringTag;
export const typedArrayName = getterOf(TypedArrayPrototype, toStringTag) as (
  value: unknown,
) => string | undefined;
export const typedArrayBuffer = getterOf(TypedArrayPrototype, 'buffer') as (
  view: unknown,
) => ArrayBuffer;
export const typedArrayByteOffset = getterOf(TypedArrayPrototype, 'byteOffset') as (
  view: unknown,
) => number;
export const typedArrayByteLength = getterOf(TypedArrayPrototype, 'byteLength') as (
  view: unknown,
) => number;
export const typedArraySet = methodOf(TypedArrayPrototype, 'set') as (
  target: Uint8Array,
  source: Uint8Array,
  offset?: number,
) => void;

type LengthOf = (buffer: unknown) => number;
export const dataViewBuffer = getterOf(DataView.prototype, 'buffer') as (
  view: unknown,
) => ArrayBuffer;
export const dataViewByteOffset = getterOf(DataView.prototype, 'byteOffset') as LengthOf;
export const dataViewByteLength = getterOf(DataView.prototype, 'byteLength') as LengthOf;
export const arrayBufferByteLength = getterOf(ArrayBuffer.prototype, 'byteLength') as LengthOf;
export const arrayBufferDetached = getterOf(ArrayBuffer.prototype, 'detached') as (
  buffer: unknown,
) => boolean;
export const sharedArrayBufferByteLength = getterOf(
  hostPrototype('SharedArrayBuffer'),
  'byteLength',
) as LengthOf;

type Entry = [unknown, unknown];
type Entries = (map: unknown) => Iterator<Entry>;
type NextEntry = (iterator: Iterator<Entry>) => IteratorResult<Entry>;
type NextValue = (iterator: Iterator<unknown>) => IteratorResult<unknown>;

export const mapSize = getterOf(Map.prototype, 'size') as LengthOf;
export const mapEntries = methodOf(Map.prototype, 'entries') as Entries;
export const mapIteratorNext = methodOf(new Map().entries(), 'next') as NextEntry;
export const mapSet = methodOf(Map.prototype, 'set') as (
  map: ReadonlyMap<string, unknown>,
  key: string,
  value: unknown,
) => void;
export const setSize = getterOf(Set.prototype, 'size') as LengthOf;
export const setValues = methodOf(Set.prototype, 'values') as (set: unknown) => Iterator<unknown>;
export const setIteratorNext = methodOf(new Set().values(), 'next') as NextValue;

/** `Buffer`, which a worker's realm defines only after this module has loaded. */
const host = { bufferPrototype: hostPrototype('Buffer') };

/** The prototype of Node's `Buffer` or of its stand-in. */
export function nodeBufferPrototype(): object | null {
  return host.bufferPrototype;
}

/** Called once the realm's globals are complete and before any student code. */
export function captureBuffer(): void {
  host.bufferPrototype = hostPrototype('Buffer');
}

const errorIsError: unknown = get(Error, 'isError');

/** Recent engines know an error from an object that merely inherits from `Error.prototype`. */
export function isNativeError(value: unknown): boolean {
  return typeof errorIsError === 'function' && apply(errorIsError, Error, [value]) === true;
}

export const promiseThen = methodOf(Promise.prototype, 'then') as (
  promise: Promise<unknown>,
  onFulfilled: (value: unknown) => void,
  onRejected: (reason: unknown) => void,
) => Promise<unknown>;
export const charCodeAt = methodOf(String.prototype, 'charCodeAt') as (
  text: string,
  index: number,
) => number;
export const numberToText = methodOf(Number.prototype, 'toString') as (
  value: number,
  radix: number,
) => string;
export const indexOf = methodOf(String.prototype, 'indexOf') as (
  text: string,
  searched: string,
) => number;
