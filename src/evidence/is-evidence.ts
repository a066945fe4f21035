// Recognises evidence in what a realm sent: the student's code may have written the message itself.
import { EVIDENCE_CAPS } from './caps.ts';
import type { ConsoleLine, Evidence, SourceLocation, ThrownEvidence } from './evidence.ts';

/** The encoder's own pictures nest once for each level and once for the values of the deepest one. */
const DEEPEST = EVIDENCE_CAPS.depth + 2;

const BYTES_KINDS = ['Buffer', 'Uint8Array', 'ArrayBuffer', 'DataView', 'TypedArray', 'Array'];
const TRUNCATIONS = ['depth', 'width', 'bytes', 'cycle'];
const LEVELS = ['log', 'info', 'debug', 'warn', 'error'];

/** Whether `value`, fresh from a structured clone, is evidence through and through. */
export function isEvidence(value: unknown): value is Evidence {
  return isPicture(value, 0);
}

function isPicture(value: unknown, depth: number): boolean {
  if (!isRecord(value) || depth > DEEPEST) return false;
  switch (value.type) {
    case 'undefined':
    case 'null':
      return true;
    case 'boolean':
    case 'number':
    case 'bigint':
      return typeof value.value === value.type;
    case 'string':
      return typeof value.value === 'string' && typeof value.length === 'number';
    case 'symbol':
      return typeof value.description === 'string';
    case 'function':
      return typeof value.name === 'string';
    case 'error':
      return isThrownEvidence(value);
    case 'unreadable':
      return typeof value.reason === 'string';
    case 'truncated':
      return includes(TRUNCATIONS, value.reason);
    default:
      return isContainer(value, depth);
  }
}

function isContainer(value: Record<string, unknown>, depth: number): boolean {
  switch (value.type) {
    case 'bytes':
      return (
        includes(BYTES_KINDS, value.kind) &&
        value.bytes instanceof Uint8Array &&
        typeof value.length === 'number'
      );
    case 'array':
      return typeof value.length === 'number' && arePictures(value.items, depth + 1);
    case 'set':
      return arePictures(value.items, depth + 1);
    case 'map':
      return (
        includes(['Map', 'Headers'], value.kind) &&
        arePairs(
          value.entries,
          (key, item) => isPicture(key, depth + 1) && isPicture(item, depth + 1),
        )
      );
    case 'object':
      return (
        (value.className === null || typeof value.className === 'string') &&
        areProperties(value.entries, depth) &&
        (value.inherited === undefined || areProperties(value.inherited, depth))
      );
    default:
      return false;
  }
}

function arePictures(value: unknown, depth: number): boolean {
  return isListOf(value, (item) => isPicture(item, depth));
}

function areProperties(value: unknown, depth: number): boolean {
  return arePairs(value, (key, item) => typeof key === 'string' && isPicture(item, depth + 1));
}

function arePairs(value: unknown, accepts: (key: unknown, item: unknown) => boolean): boolean {
  return isListOf(
    value,
    (pair) => Array.isArray(pair) && pair.length === 2 && accepts(pair[0], pair[1]),
  );
}

/** Whether `value` is an array without holes, each item of which is accepted: `every()` skips what a hole leaves out. */
export function isListOf(value: unknown, accepts: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!accepts(item)) return false;
  return true;
}

/** Whether `value` pictures something thrown. */
export function isThrownEvidence(value: unknown): value is ThrownEvidence {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    typeof value.message === 'string' &&
    ['undefined', 'number', 'string'].includes(typeof value.code) &&
    isLocationOrNull(value.location)
  );
}

/** Whether `value` is a line of console. */
export function isConsoleLine(value: unknown): value is ConsoleLine {
  return (
    isRecord(value) &&
    includes(LEVELS, value.level) &&
    typeof value.text === 'string' &&
    isLocationOrNull(value.location)
  );
}

/** Whether `value` is a place in a student's file, or the absence of one. */
export function isLocationOrNull(value: unknown): value is SourceLocation | null {
  return (
    value === null ||
    (isRecord(value) &&
      typeof value.file === 'string' &&
      typeof value.line === 'number' &&
      (value.column === null || typeof value.column === 'number'))
  );
}

function includes(list: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && list.includes(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
