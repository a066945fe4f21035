// Tells what a value really is by asking the captured built-ins, which no patch and no `Symbol.toStringTag` can fool.
import { headersEntries } from './host-headers.ts';
import {
  arrayBufferByteLength,
  dataViewByteLength,
  ErrorPrototype,
  getPrototypeOf,
  isArray,
  isNativeError,
  mapSize,
  setSize,
  sharedArrayBufferByteLength,
  typedArrayName,
} from './primordials.ts';

export type Brand = 'bytes' | 'map' | 'set' | 'headers' | 'error' | 'array' | 'other';

/** Throws only when a proxy trap throws. */
export function brandOf(value: object): Brand {
  if (isArray(value)) return 'array';
  if (isBytes(value)) return 'bytes';
  if (accepts(mapSize, value)) return 'map';
  if (accepts(setSize, value)) return 'set';
  if (isError(value)) return 'error';
  if (accepts(headersEntries, value)) return 'headers';
  return 'other';
}

function isBytes(value: object): boolean {
  return (
    typedArrayName(value) !== undefined ||
    accepts(arrayBufferByteLength, value) ||
    isDataView(value) ||
    accepts(sharedArrayBufferByteLength, value)
  );
}

/** The getter of a `DataView` also throws when its buffer is detached, or has shrunk below the view. */
function isDataView(value: object): boolean {
  return accepts(dataViewByteLength, value);
}

/** Brand checks of the built-ins throw a `TypeError` for anything that is not theirs. */
function accepts(getter: (value: unknown) => unknown, value: object): boolean {
  try {
    getter(value);
    return true;
  } catch {
    return false;
  }
}

function isError(value: object): boolean {
  if (isNativeError(value)) return true;
  let prototype = getPrototypeOf(value);
  for (let step = 0; prototype !== null && step < 16; step += 1) {
    if (prototype === ErrorPrototype) return true;
    prototype = getPrototypeOf(prototype);
  }
  return false;
}
