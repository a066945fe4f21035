// Whether a result has to do with what was asked: an engine that knows no such word would rather find one that begins alike.
import { foldText } from './query-variants.ts';
import type { SearchResult } from './search-messages.ts';

/** Of a word, the part that must be common: « masquage » and « masqué » are, « zzyzxw » and « zéro » are not. */
const COMMON_PART = 0.5;

export function isNear({ title, excerpt }: SearchResult, variants: readonly string[]): boolean {
  const marked = excerpt.filter((part) => part.marked).map(({ text }) => text);
  const found = wordsOf([title, ...marked].join(' '));
  const asked = variants.flatMap(wordsOf);
  return asked.some((word) =>
    found.some((other) => commonStart(word, other) >= Math.ceil(word.length * COMMON_PART)),
  );
}

const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\d]+/gu) ?? [];

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
