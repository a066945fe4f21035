// The prose of a YAML file, or of the front matter of a Markdown file: its values, keys and identifiers left out.
import { isAlias, isScalar, parseDocument, visit } from 'yaml';
import { blanked, proseOf } from './blank.ts';

/** Values that are data: identifiers, paths, addresses, English terms, what is quoted to the letter. */
const DATA_KEYS = new Set([
  'id',
  'files',
  'packages',
  'address',
  'quote',
  'code',
  'kinds',
  'live',
  'source',
  'en',
]);

/** `echoue`, `accept-key`: an identifier rather than a sentence. */
const IDENTIFIER = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/** A document that does not parse has no prose: another gate says that it is broken. */
export function yamlProse(source: string): string {
  const document = parseDocument(source, { logLevel: 'silent' });
  if (document.errors.length > 0) return blanked(source);
  const texts: (readonly [start: number, end: number])[] = [];
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key.value : null;
      return typeof key === 'string' && DATA_KEYS.has(key) ? visit.SKIP : undefined;
    },
    Scalar(role, node) {
      if (role === 'key' || typeof node.value !== 'string' || IDENTIFIER.test(node.value)) return;
      if (node.range) texts.push([node.range[0], node.range[1]]);
    },
    Alias(_, node) {
      return isAlias(node) ? visit.SKIP : undefined;
    },
  });
  return proseOf(keepOnly(source, texts));
}

/** A Markdown file: its head as YAML, its body as Markdown. */
export function documentProse(source: string): string {
  const head = /^---\r?\n[\s\S]*?^---[ \t]*\r?$/m.exec(source);
  if (head?.index !== 0) return proseOf(source);
  const inside = head[0].replace(/^---/, '   ').replace(/---[ \t]*\r?$/, blanked);
  return yamlProse(inside) + proseOf(source.slice(head[0].length));
}

/** The pieces of `source` that `ranges` name, in place. */
export function keepOnly(
  source: string,
  ranges: readonly (readonly [start: number, end: number])[],
): string {
  let kept = '';
  for (const [start, end] of ranges.toSorted(([one], [other]) => one - other)) {
    kept += blanked(source.slice(kept.length, start)) + source.slice(start, end);
  }
  return kept + blanked(source.slice(kept.length));
}
