// The built-ins as they were before any student code ran: what it patches afterwards must not change a picture.

export const {
  apply,
  construct,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
} = Reflect;

/** `uncurryThis(Map.prototype.get)(map, key)` calls the captured method whatever `Map.prototype` has become. */
export function uncurryThis<This, Args extends readonly unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): (self: This, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args) as Result;
}

/** The getter of an accessor property, as a function of the object. */
export function getterOf<Result>(prototype: object, key: PropertyKey): (self: unknown) => Result {
  const getter = getOwnPropertyDescriptor(prototype, key)?.get;
  if (getter === undefined) {
    return () => {
      throw new TypeError('no such accessor in this engine');
    };
  }
  return (self) => apply(getter, self, []) as Result;
}

/** Adds at the end without `push` and without meeting a setter planted on `Array.prototype`. */
export function append<Item>(list: Item[], item: Item): void {
  define(list, list.length, item);
}

/** Gives `target` an own, ordinary property, whatever setters its prototypes hold. */
export function define(target: object, key: PropertyKey, value: unknown): void {
  // A null prototype: a `get` planted on `Object.prototype` would otherwise be read as part of the descriptor.
  defineProperty(target, key, {
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

export const ObjectPrototype: object = Object.prototype;
export const ErrorPrototype: object = Error.prototype;
export const { isArray } = Array;
export const { isInteger } = Number;
export const PlainUint8Array = Uint8Array;
export const PlainMap = Map;
export const PlainPromise = Promise;
export const { iterator: iteratorSymbol } = Symbol;

const TypedArrayPrototype = getPrototypeOf(Uint8Array.prototype) as Uint8Array;
export const typedArrayName = getterOf<string | undefined>(TypedArrayPrototype, Symbol.toStringTag);
export const typedArrayBuffer = getterOf<ArrayBuffer>(TypedArrayPrototype, 'buffer');
export const typedArrayByteOffset = getterOf<number>(TypedArrayPrototype, 'byteOffset');
export const typedArrayByteLength = getterOf<number>(TypedArrayPrototype, 'byteLength');
export const typedArraySet = uncurryThis(
  TypedArrayPrototype.set as (this: Uint8Array, source: Uint8Array) => void,
);
export const dataViewBuffer = getterOf<ArrayBuffer>(DataView.prototype, 'buffer');
export const dataViewByteOffset = getterOf<number>(DataView.prototype, 'byteOffset');
export const dataViewByteLength = getterOf<number>(DataView.prototype, 'byteLength');
export const arrayBufferByteLength = getterOf<number>(ArrayBuffer.prototype, 'byteLength');
/** Engines without `ArrayBuffer.prototype.detached` have detached buffers all the same: they read as empty there. */
export const arrayBufferDetached: (buffer: unknown) => boolean =
  getOwnPropertyDescriptor(ArrayBuffer.prototype, 'detached') === undefined
    ? () => false
    : getterOf<boolean>(ArrayBuffer.prototype, 'detached');

export const mapSize = getterOf<number>(Map.prototype, 'size');
export const setSize = getterOf<number>(Set.prototype, 'size');
export const mapEntries = uncurryThis(
  Map.prototype.entries as (this: unknown) => Iterator<[unknown, unknown]>,
);
export const mapSet = uncurryThis(
  Map.prototype.set as (this: Map<unknown, unknown>, key: unknown, value: unknown) => unknown,
);
export const setValues = uncurryThis(Set.prototype.values as (this: unknown) => Iterator<unknown>);
export const mapIteratorNext = uncurryThis(
  (getPrototypeOf(new Map().entries()) as Iterator<[unknown, unknown]>).next as (
    this: unknown,
  ) => IteratorResult<[unknown, unknown]>,
);
export const setIteratorNext = uncurryThis(
  (getPrototypeOf(new Set().values()) as Iterator<unknown>).next as (
    this: unknown,
  ) => IteratorResult<unknown>,
);

export const promiseThen = uncurryThis(
  Promise.prototype.then as (
    this: Promise<unknown>,
    onFulfilled: (value: unknown) => void,
    onRejected: (reason: unknown) => void,
  ) => Promise<unknown>,
);
export const bigIntToNumber = Number;
export const asText = String;
export const slice = uncurryThis(
  String.prototype.slice as (this: string, start: number, end?: number) => string,
);
