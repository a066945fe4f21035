// `node:util`.
import { nextTick } from '../event-loop.ts';
import { invalidArgumentType, requireFunction } from '../errors.ts';
import { isDeepStrictEqual } from './deep-equal.ts';
import { format, formatWithOptions } from './format.ts';
import { inspect } from './inspect.ts';
import { types } from './types.ts';

// eslint-disable-next-line no-control-regex -- ESC is what these sequences begin with
const ESCAPE_SEQUENCE = /\u001b\[[\d;?]*[a-zA-Z]/g;

type AnyFunction = (this: unknown, ...values: unknown[]) => unknown;
const PROMISIFIED = Symbol.for('nodejs.util.promisify.custom');

/** A function that takes a Node callback becomes one that returns a promise. */
export function promisify(original: AnyFunction): AnyFunction {
  requireFunction(original, 'original');
  const custom: unknown = Reflect.get(original, PROMISIFIED);
  if (typeof custom === 'function') return custom as AnyFunction;
  return function promisified(this: unknown, ...values) {
    return new Promise((resolve, reject) => {
      original.call(this, ...values, (error: unknown, value: unknown) => {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the callback was given
        if (error) reject(error);
        else resolve(value);
      });
    });
  };
}
promisify.custom = PROMISIFIED;

function callbackify(original: AnyFunction): AnyFunction {
  requireFunction(original, 'original');
  return function callbackified(this: unknown, ...values) {
    const callback = values.pop() as (error: unknown, value?: unknown) => void;
    (original.apply(this, values) as Promise<unknown>).then(
      (value) => {
        nextTick(callback, null, value);
      },
      (error: unknown) => {
        nextTick(callback, error ?? new Error('Promise was rejected with a falsy value'));
      },
    );
  };
}

function inherits(
  constructor: { prototype: object; super_?: unknown },
  parent: { prototype: object } | null | undefined,
): void {
  if (!parent?.prototype) throw invalidArgumentType('superCtor', 'of type function', parent);
  constructor.super_ = parent;
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

const util = {
  format,
  formatWithOptions,
  inspect,
  promisify,
  callbackify,
  inherits,
  isDeepStrictEqual,
  types,
  deprecate: <T>(original: T): T => original,
  debuglog: () => Object.assign(() => undefined, { enabled: false }),
  debug: () => Object.assign(() => undefined, { enabled: false }),
  isArray: Array.isArray,
  stripVTControlCharacters: (text: string) => text.replace(ESCAPE_SEQUENCE, ''),
  styleText: (_style: unknown, text: string) => text,
  toUSVString: (text: string) => text.toWellFormed(),
  TextEncoder: globalThis.TextEncoder,
  TextDecoder: globalThis.TextDecoder,
};
export default util;
