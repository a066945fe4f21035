// `util.types`: what a value is, as the engine knows it.

const tag = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

export const types = {
  isAnyArrayBuffer: (value: unknown) => ['ArrayBuffer', 'SharedArrayBuffer'].includes(tag(value)),
  isArrayBuffer: (value: unknown) => value instanceof ArrayBuffer,
  isArrayBufferView: (value: unknown) => ArrayBuffer.isView(value),
  isAsyncFunction: (value: unknown) => tag(value) === 'AsyncFunction',
  isBigInt64Array: (value: unknown) => value instanceof BigInt64Array,
  isBigUint64Array: (value: unknown) => value instanceof BigUint64Array,
  isBoxedPrimitive: (value: unknown) =>
    typeof value === 'object' &&
    ['Number', 'String', 'Boolean', 'Symbol', 'BigInt'].includes(tag(value)),
  isDataView: (value: unknown) => value instanceof DataView,
  isDate: (value: unknown) => value instanceof Date,
  isFloat32Array: (value: unknown) => value instanceof Float32Array,
  isFloat64Array: (value: unknown) => value instanceof Float64Array,
  isGeneratorFunction: (value: unknown) =>
    tag(value) === 'GeneratorFunction' || tag(value) === 'AsyncGeneratorFunction',
  isInt8Array: (value: unknown) => value instanceof Int8Array,
  isInt16Array: (value: unknown) => value instanceof Int16Array,
  isInt32Array: (value: unknown) => value instanceof Int32Array,
  isMap: (value: unknown) => value instanceof Map,
  isNativeError: (value: unknown) => value instanceof Error,
  isPromise: (value: unknown) => value instanceof Promise,
  isProxy: () => false,
  isRegExp: (value: unknown) => value instanceof RegExp,
  isSet: (value: unknown) => value instanceof Set,
  isTypedArray: (value: unknown) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: (value: unknown) => value instanceof Uint8Array,
  isUint8ClampedArray: (value: unknown) => value instanceof Uint8ClampedArray,
  isUint16Array: (value: unknown) => value instanceof Uint16Array,
  isUint32Array: (value: unknown) => value instanceof Uint32Array,
  isWeakMap: (value: unknown) => value instanceof WeakMap,
  isWeakSet: (value: unknown) => value instanceof WeakSet,
};
