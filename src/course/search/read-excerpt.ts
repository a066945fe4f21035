// Reads the excerpt of a search engine, text with `<mark>`, into pieces that a page can write as text.
import type { ExcerptPart } from './search-messages.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/** @param title of the result, with which its text begins: it is not said twice */
export function readExcerpt(html: string, title = ''): readonly ExcerptPart[] {
  const parts = html
    .split(/(<mark>[\s\S]*?<\/mark>)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const marked = piece.startsWith('<mark>');
      const text = marked ? piece.slice('<mark>'.length, -'</mark>'.length) : piece;
      return {
        text: text.replace(/&(?:lt|gt|amp|quot|#39);/g, (one) => ENTITIES[one] ?? one),
        marked,
      };
    });
  return withoutStart(parts, lengthOfTitle(parts.map(({ text }) => text).join(''), title));
}

/** The engine sets every space anew: what it gives back has none of ours. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

/** How much of `text` is the title and what separates it from the rest. */
function lengthOfTitle(text: string, title: string): number {
  if (title === '' || !plain(text).startsWith(plain(title))) return 0;
  const separator = /^[.\s]*/.exec(text.slice(title.length))?.[0] ?? '';
  return title.length + separator.length;
}

function withoutStart(parts: readonly ExcerptPart[], length: number): readonly ExcerptPart[] {
  let left = length;
  return parts.flatMap((part) => {
    const text = part.text.slice(left);
    left = Math.max(0, left - part.text.length);
    return text === '' ? [] : [{ ...part, text }];
  });
}
