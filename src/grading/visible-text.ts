// Text as a student can read it: what the eye skips (line ends, tabs, spaces at the edges) made visible.
import { formatHex } from '../wire/index.ts';
import type { Cloneable } from './subject.ts';

const CAP = 400;
const PICTURES = new Map([
  ['\r', '␍'],
  ['\n', '␊'],
  ['\t', '␉'],
  ['\0', '␀'],
]);
const ESCAPES = new Map([
  ['\r', '\\r'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\0', '\\0'],
  ["'", "\\'"],
  ['\\', '\\\\'],
]);
// Everything without ink of its own, except the plain space.
const INKLESS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|[^\S ]/gu;

/** Line ends, tabs and controls get a picture; spaces get one only where they would be missed. */
export function visibleText(text: string): string {
  const edges = capped(text).replace(/^ +| +$/g, (spaces) => '␠'.repeat(spaces.length));
  return edges.replace(INKLESS, (character) => PICTURES.get(character) ?? escapeOf(character));
}

/** The value as the student would write it in JavaScript: `'…\r\n'`, `Uint8Array [81 05]`. */
export function literal(value: Cloneable): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (value === undefined || value === null || typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return `Uint8Array [${hexadecimal(value)}]`;
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  if (isMap(value)) {
    const entries = [...value].map(([key, item]) => `[${quoted(key)}, ${literal(item)}]`);
    return `new Map([${entries.join(', ')}])`;
  }
  const entries = Object.entries(value).map(
    ([key, item]) => `${propertyName(key)}: ${literal(item)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

export function quoted(text: string): string {
  const escaped = capped(text).replace(
    /['\\]/g,
    (character) => ESCAPES.get(character) ?? character,
  );
  return `'${escaped.replace(INKLESS, (character) => ESCAPES.get(character) ?? escapeOf(character))}'`;
}

/** Two digits a byte; what is over `limit` bytes is left out. */
export function hexadecimal(bytes: Uint8Array, limit = 64): string {
  const shown = formatHex(bytes.subarray(0, limit));
  return bytes.length > limit ? `${shown} …` : shown;
}

function capped(text: string): string {
  return text.length > CAP ? `${text.slice(0, CAP)}…` : text;
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function propertyName(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : quoted(key);
}

type CloneableObject = Exclude<Extract<Cloneable, object>, Uint8Array>;

// Neither `Array.isArray` nor `instanceof Map` narrows the readonly members of the union.
function isList(value: CloneableObject): value is readonly Cloneable[] {
  return Array.isArray(value);
}

function isMap(value: CloneableObject): value is ReadonlyMap<string, Cloneable> {
  return value instanceof Map;
}
