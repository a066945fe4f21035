// Reads the excerpt of a search engine, text with `<mark>`, into pieces that a page can write as text.
import type { ExcerptPart } from './search-messages.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

export function readExcerpt(html: string): readonly ExcerptPart[] {
  return html
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
}
