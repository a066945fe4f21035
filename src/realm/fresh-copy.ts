// Copies what the grader passes in, so that each call gets memory of its own, made of the student's realm's built-ins.
import {
  append,
  define,
  getPrototypeOf,
  isArray,
  mapEntries,
  mapIteratorNext,
  mapSet,
  mapSize,
  ObjectPrototype,
  ownKeys,
  get,
  PlainMap,
  PlainUint8Array,
  typedArrayByteLength,
  typedArrayName,
  typedArraySet,
} from '../evidence/primordials.ts';
import type { Cloneable } from './outcome.ts';

/** Nothing is shared with `value`, nor between two places of the copy. Bytes become plain `Uint8Array`s on their own buffers. */
export function freshCopy(value: Cloneable): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (typedArrayName(value) !== undefined) {
    const bytes = new PlainUint8Array(typedArrayByteLength(value));
    typedArraySet(bytes, value as Uint8Array);
    return bytes;
  }
  if (isArray(value)) return freshList(value as readonly Cloneable[]);
  if (!isPlain(value) && isMap(value)) return freshMap(value as ReadonlyMap<string, Cloneable>);
  const keys = ownKeys(value);
  const copy = {};
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    if (key !== undefined) define(copy, key, freshCopy(get(value, key) as Cloneable));
  }
  return copy;
}

/** A copy of each item of a list. */
export function freshList(list: readonly Cloneable[]): unknown[] {
  const copy: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) append(copy, freshCopy(list[index]));
  return copy;
}

function freshMap(map: ReadonlyMap<string, Cloneable>): Map<unknown, unknown> {
  const copy = new PlainMap<string, unknown>();
  const entries = mapEntries(map);
  for (let step = mapIteratorNext(entries); step.done !== true; step = mapIteratorNext(entries)) {
    mapSet(copy, step.value[0] as string, freshCopy(step.value[1] as Cloneable));
  }
  return copy;
}

/** What a channel makes of an object: told without an exception, hundreds of times in a batch. */
const isPlain = (value: object): boolean => getPrototypeOf(value) === ObjectPrototype;

function isMap(value: unknown): boolean {
  try {
    mapSize(value);
    return true;
  } catch {
    return false;
  }
}
