// Reads properties and names of values that may be hostile, without letting anything they throw escape.
import type { Evidence } from './evidence.ts';
import {
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  ObjectPrototype,
  slice,
} from './primordials.ts';

/** Names of functions and classes are cut here. */
const NAME_CAP = 200;

/** A property wherever it is defined; a throwing getter reads as `undefined`. */
export function readProperty(value: object, key: PropertyKey): unknown {
  try {
    return get(value, key);
  } catch {
    return undefined;
  }
}

/** Whether it has every one of these names, of its own or not; false when there are none. A proxy may throw. */
export function hasNames(value: object, names: readonly string[]): boolean {
  for (let index = 0; index < names.length; index += 1) {
    if (!has(value, names[index] ?? '')) return false;
  }
  return names.length > 0;
}

/** The name of the constructor that the prototype declares; `null` for an object without prototype. */
export function classNameOf(value: object): string | null {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return null;
  if (prototype === ObjectPrototype) return 'Object';
  const constructor = readProperty(prototype, 'constructor');
  return typeof constructor === 'function' ? functionName(constructor) : 'Object';
}

/** The own `name` of a function when it is text: a class may define anything under that name. */
export function functionName(value: object): string {
  try {
    const name: unknown = getOwnPropertyDescriptor(value, 'name')?.value;
    return typeof name === 'string' ? slice(name, 0, NAME_CAP) : '';
  } catch {
    return '';
  }
}

/** `Getter`, `Setter` or `Getter/Setter`, as Node's console writes them; `null` for a plain property. */
export function accessorName(holder: object, key: PropertyKey): string | null {
  const property = getOwnPropertyDescriptor(holder, key);
  if (property?.get !== undefined) return property.set === undefined ? 'Getter' : 'Getter/Setter';
  return property?.set === undefined ? null : 'Setter';
}

/** Methods of a prototype are not part of a result; its getters and plain values are. */
export function isMethod(prototype: object, key: string): boolean {
  return typeof getOwnPropertyDescriptor(prototype, key)?.value === 'function';
}

/** Whether a list of entries has one of that name. */
export function holdsName(
  entries: readonly (readonly [string, Evidence])[],
  name: string,
): boolean {
  for (let index = 0; index < entries.length; index += 1) {
    if (entries[index]?.[0] === name) return true;
  }
  return false;
}
