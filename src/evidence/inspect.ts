// Writes evidence as Node's console would show the value: runs beside the student's code, on captured built-ins only.
import type { Evidence } from './evidence.ts';
import { charCodeAt, numberToText, slice, toText } from './primordials.ts';

/** Bytes shown of a buffer, as in Node. */
const SHOWN_BYTES = 50;

/** A line longer than this is broken, one item a line, as in Node. */
const LINE_WIDTH = 72;

/** `indent` is the number of spaces before a nested line. */
export function inspectEvidence(evidence: Evidence, indent = 0): string {
  switch (evidence.type) {
    case 'undefined':
    case 'null':
      return evidence.type;
    case 'boolean':
    case 'number':
      return evidence.type === 'number' && evidence.value === 0 && 1 / evidence.value < 0
        ? '-0'
        : toText(evidence.value);
    case 'bigint':
      return `${toText(evidence.value)}n`;
    case 'string':
      return quote(evidence.value) + (evidence.value.length < evidence.length ? '…' : '');
    case 'symbol':
      return evidence.description;
    case 'function':
      return evidence.name === '' ? '[Function (anonymous)]' : `[Function: ${evidence.name}]`;
    case 'error':
      return `[${evidence.name}: ${evidence.message}]`;
    case 'unreadable':
      return `[${evidence.reason}]`;
    case 'truncated':
      return evidence.reason === 'cycle' ? '[Circular]' : '…';
    case 'bytes':
    case 'array':
    case 'set':
    case 'map':
    case 'object':
      return inspectContainer(evidence, indent);
  }
}

type Container = Extract<Evidence, { type: 'bytes' | 'array' | 'set' | 'map' | 'object' }>;

function inspectContainer(evidence: Container, indent: number): string {
  switch (evidence.type) {
    case 'bytes':
      return inspectBytes(evidence);
    case 'array':
      return wrap('[', listed(evidence.items, indent), ']', indent);
    case 'set':
      return wrap(
        `Set(${toText(evidence.items.length)}) {`,
        listed(evidence.items, indent),
        '}',
        indent,
      );
    case 'map': {
      const parts: string[] = [];
      for (let index = 0; index < evidence.entries.length; index += 1) {
        const entry = evidence.entries[index];
        if (entry === undefined) continue;
        parts[index] =
          `${inspectEvidence(entry[0], indent + 2)} => ${inspectEvidence(entry[1], indent + 2)}`;
      }
      return wrap(`${evidence.kind}(${toText(parts.length)}) {`, parts, '}', indent);
    }
    case 'object': {
      const parts: string[] = [];
      for (let index = 0; index < evidence.entries.length; index += 1) {
        const entry = evidence.entries[index];
        if (entry === undefined) continue;
        parts[index] = `${keyText(entry[0])}: ${inspectEvidence(entry[1], indent + 2)}`;
      }
      return wrap(`${classPrefix(evidence.className)}{`, parts, '}', indent);
    }
  }
}

function listed(items: readonly Evidence[], indent: number): string[] {
  const parts: string[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item !== undefined) parts[index] = inspectEvidence(item, indent + 2);
  }
  return parts;
}

function classPrefix(className: string | null): string {
  if (className === 'Object') return '';
  return className === null ? '[Object: null prototype] ' : `${className} `;
}

function wrap(open: string, parts: readonly string[], close: string, indent: number): string {
  if (parts.length === 0) return `${open}${close}`;
  let width = 0;
  let line = '';
  let lines = '';
  const margin = spaces(indent + 2);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    width += part.length + 2;
    line += index === 0 ? part : `, ${part}`;
    lines += `${index === 0 ? '' : ','}\n${margin}${part}`;
  }
  if (width <= LINE_WIDTH) return `${open} ${line} ${close}`;
  return `${open}${lines}\n${spaces(indent)}${close}`;
}

function inspectBytes(evidence: Extract<Evidence, { type: 'bytes' }>): string {
  const { bytes, kind, length } = evidence;
  const shown = bytes.length < SHOWN_BYTES ? bytes.length : SHOWN_BYTES;
  let text = '';
  for (let index = 0; index < shown; index += 1) {
    const byte = bytes[index] ?? 0;
    text += ` ${byte < 16 ? '0' : ''}${numberToText(byte, 16)}`;
  }
  const rest = length - shown;
  const more = rest > 0 ? ` … ${toText(rest)} more bytes` : '';
  return kind === 'Buffer'
    ? `<Buffer${text}${more}>`
    : `${kind}(${toText(length)}) <${slice(text, 1, text.length)}${more}>`;
}

function keyText(key: string): string {
  for (let index = 0; index < key.length; index += 1) {
    const code = charCodeAt(key, index);
    const plain =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      code === 95 ||
      code === 36 ||
      (index > 0 && code >= 48 && code <= 57);
    if (!plain) return quote(key);
  }
  return key === '' ? "''" : key;
}

function quote(text: string): string {
  let quoted = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = slice(text, index, index + 1);
    if (character === "'" || character === '\\') quoted += `\\${character}`;
    else if (character === '\n') quoted += '\\n';
    else if (character === '\r') quoted += '\\r';
    else if (character === '\t') quoted += '\\t';
    else if (charCodeAt(character, 0) < 32) {
      const code = numberToText(charCodeAt(character, 0), 16);
      quoted += `\\x${code.length === 1 ? '0' : ''}${code}`;
    } else quoted += character;
  }
  return `'${quoted}'`;
}

function spaces(count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) text += ' ';
  return text;
}
