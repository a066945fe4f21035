// A value that came back from the student's code, in words: for « reçu », never for judging.
import type { BytesKind, Evidence } from '../evidence/evidence.ts';
import { KIND_OF } from './messages.ts';
import { hexadecimal, quoted } from './visible-text.ts';

/** The value as it would be written or inspected; nested values are cut at a few items. */
export function showEvidence(evidence: Evidence): string {
  switch (evidence.type) {
    case 'undefined':
    case 'null':
      return evidence.type;
    case 'boolean':
    case 'number':
      return String(evidence.value);
    case 'bigint':
      return `${evidence.value}n`;
    case 'string':
      return quoted(evidence.value);
    case 'symbol':
      return `Symbol(${evidence.description})`;
    case 'function':
      return `function ${evidence.name}`;
    case 'bytes':
      return `${evidence.kind}(${evidence.length}) [${hexadecimal(evidence.bytes, 24)}]`;
    case 'array':
      return `[${evidence.items.slice(0, 8).map(showEvidence).join(', ')}]`;
    case 'set':
      return `Set {${evidence.items.slice(0, 8).map(showEvidence).join(', ')}}`;
    case 'map': {
      const entries = evidence.entries.slice(0, 8);
      return `${evidence.kind} {${entries.map(([key, value]) => `${showEvidence(key)} => ${showEvidence(value)}`).join(', ')}}`;
    }
    case 'object': {
      const entries = evidence.entries.slice(0, 8);
      const shown = `{ ${entries.map(([key, value]) => `${key}: ${showEvidence(value)}`).join(', ')} }`;
      return evidence.className === null || evidence.className === 'Object'
        ? shown
        : `${evidence.className} ${shown}`;
    }
    case 'error':
      return `${evidence.name}: ${evidence.message}`;
    case 'unreadable':
    case 'truncated':
      return `… (${evidence.reason})`;
  }
}

/** What kind of thing it is, with its French article: « un Buffer », « undefined ». */
export function kindOf(evidence: Evidence): string {
  switch (evidence.type) {
    case 'undefined':
    case 'null':
      return evidence.type;
    case 'bytes':
      return KIND_OF.bytes(articleOf(evidence.kind), evidence.length);
    case 'map':
      return evidence.kind === 'Map' ? KIND_OF.map : KIND_OF.headers;
    case 'object':
      return evidence.className === null || evidence.className === 'Object'
        ? KIND_OF.object
        : KIND_OF.instance(evidence.className);
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'string':
    case 'symbol':
    case 'function':
    case 'array':
    case 'set':
    case 'error':
    case 'unreadable':
    case 'truncated':
      return KIND_OF[evidence.type];
  }
}

function articleOf(kind: BytesKind): string {
  return kind === 'TypedArray' ? KIND_OF.typedArray : `un ${kind}`;
}
