// Reads what came back in any of the forms that a contract accepts, as the one form that a check compares.
import type { Evidence } from './evidence.ts';

/** Why a value could not be taken for what was expected; `at` is the index of the offending item. */
export type Misreading =
  | { readonly kind: 'wrong-type'; readonly found: Evidence; readonly at: number | null }
  | { readonly kind: 'out-of-range'; readonly found: Evidence; readonly at: number | null }
  /** A cap of the encoder was reached: `length` is the true size where it is known. */
  | { readonly kind: 'truncated'; readonly length: number | null }
  /** A getter, a proxy trap or an iterator threw. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly misreading: Misreading };

/** Bytes held by any view, a buffer, or an array of integers 0–255. */
export function bytesOf(evidence: Evidence): Reading<Uint8Array> {
  if (evidence.type === 'bytes') {
    return evidence.bytes.length === evidence.length
      ? read(evidence.bytes)
      : misread({ kind: 'truncated', length: evidence.length });
  }
  if (evidence.type !== 'array') return wrongType(evidence);
  const bytes = new Uint8Array(evidence.items.length);
  for (const [index, item] of evidence.items.entries()) {
    if (item.type !== 'number') return wrongType(item, index);
    if (!Number.isInteger(item.value) || item.value < 0 || item.value > 255) {
      return misread({ kind: 'out-of-range', found: item, at: index });
    }
    bytes[index] = item.value;
  }
  return read(bytes);
}

/**
 * Headers held by a `Map`, a `Headers`, or the own keys of a plain or null-prototype object.
 * Names are lower-cased; a number counts as its text; an absent bag (`undefined`, `null`) is a misreading.
 */
export function headersOf(evidence: Evidence): Reading<ReadonlyMap<string, string>> {
  const headers = new Map<string, string>();
  const entries = headerEntries(evidence);
  if (entries === null) return wrongType(evidence);
  for (const [index, [name, value]] of entries.entries()) {
    if (name.type !== 'string') return wrongType(name, index);
    const text = headerText(value);
    if (text === null) return wrongType(value, index);
    headers.set(name.value.toLowerCase(), text);
  }
  return read(headers);
}

function headerEntries(evidence: Evidence): readonly (readonly [Evidence, Evidence])[] | null {
  if (evidence.type === 'map') return evidence.entries;
  if (evidence.type !== 'object') return null;
  return evidence.entries.map(([name, value]) => [
    { type: 'string', value: name, length: name.length },
    value,
  ]);
}

function headerText(value: Evidence): string | null {
  if (value.type === 'string' && value.value.length === value.length) return value.value;
  if (value.type === 'number' || value.type === 'bigint') return String(value.value);
  return null;
}

/** `true`, `false`, 1 or 0. */
export function bitOf(evidence: Evidence): Reading<boolean> {
  if (evidence.type === 'boolean') return read(evidence.value);
  const integer = integerOf(evidence);
  if (!integer.ok) return integer;
  if (integer.value === 0n) return read(false);
  if (integer.value === 1n) return read(true);
  return misread({ kind: 'out-of-range', found: evidence, at: null });
}

/** A `number` without fraction, or a `bigint`; always read as a `bigint`, for lengths go up to 2^64. */
export function integerOf(evidence: Evidence): Reading<bigint> {
  if (evidence.type === 'bigint') return read(evidence.value);
  if (evidence.type !== 'number') return wrongType(evidence);
  if (!Number.isInteger(evidence.value)) {
    return misread({ kind: 'out-of-range', found: evidence, at: null });
  }
  return read(BigInt(evidence.value));
}

/** Any iterable; `null` and `undefined` count as the empty list. */
export function listOf(evidence: Evidence): Reading<readonly Evidence[]> {
  switch (evidence.type) {
    case 'undefined':
    case 'null':
      return read([]);
    case 'set':
    case 'array':
      return wholeList(evidence.items, evidence.type === 'array' ? evidence.length : null);
    case 'bytes':
      if (evidence.bytes.length !== evidence.length) {
        return misread({ kind: 'truncated', length: evidence.length });
      }
      return read(Array.from(evidence.bytes, (value) => ({ type: 'number', value })));
    case 'map':
      return wholeList(
        evidence.entries.map((items) => ({ type: 'array', items, length: 2 })),
        null,
      );
    case 'string':
      return evidence.value.length === evidence.length
        ? read(Array.from(evidence.value, textEvidence))
        : misread({ kind: 'truncated', length: evidence.length });
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'symbol':
    case 'function':
    case 'object':
    case 'error':
    case 'unreadable':
    case 'truncated':
      return wrongType(evidence);
  }
}

function wholeList(
  items: readonly Evidence[],
  length: number | null,
): Reading<readonly Evidence[]> {
  const last = items.at(-1);
  if (last?.type === 'truncated' && last.reason === 'width') {
    return misread({ kind: 'truncated', length });
  }
  if (last?.type === 'unreadable' && last.reason === 'iterator') {
    return misread({ kind: 'unreadable', reason: last.reason });
  }
  return read(items);
}

function textEvidence(value: string): Evidence {
  return { type: 'string', value, length: value.length };
}

/** A primitive string, whole. */
export function textOf(evidence: Evidence): Reading<string> {
  if (evidence.type !== 'string') return wrongType(evidence);
  return evidence.value.length === evidence.length
    ? read(evidence.value)
    : misread({ kind: 'truncated', length: evidence.length });
}

/** A property by name, own or inherited; `undefined` evidence when there is none, as in JavaScript. */
export function propertyOf(evidence: Evidence, name: string): Evidence {
  if (evidence.type !== 'object') return { type: 'undefined' };
  const entry =
    evidence.entries.find(([key]) => key === name) ??
    evidence.inherited?.find(([key]) => key === name);
  return entry === undefined ? { type: 'undefined' } : entry[1];
}

function read<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

function misread(misreading: Misreading): Extract<Reading<never>, { ok: false }> {
  return { ok: false, misreading };
}

/** Evidence that stands for something that could not be pictured says so, rather than that it has the wrong type. */
function wrongType(
  found: Evidence,
  at: number | null = null,
): Extract<Reading<never>, { ok: false }> {
  if (found.type === 'unreadable') return misread({ kind: 'unreadable', reason: found.reason });
  if (found.type === 'truncated') return misread({ kind: 'truncated', length: null });
  return misread({ kind: 'wrong-type', found, at });
}
