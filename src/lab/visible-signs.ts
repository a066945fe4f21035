// The pictures of what has no ink (␍ ␊ ␉ ␀ ␠), which verdicts quote: drawn as their RFC names, large enough to be told apart.
import { element } from './element.ts';

/** RFC 5234's names, « NUL » aside; the style sheet draws them. The picture stays the text: it is read, and copied. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['␍', 'CR'],
  ['␊', 'LF'],
  ['␉', 'TAB'],
  ['␀', 'NUL'],
  ['␠', 'SP'],
]);

type Piece = { readonly text: string; readonly name: string | null };

/** `text` cut around its signs, each with its name; nothing is lost. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/([␍␊␉␀␠])/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, name: NAMES.get(piece) ?? null }));
}

export function withSigns(text: string): readonly (Node | string)[] {
  return piecesOf(text).map(({ text: piece, name }) =>
    name === null ? piece : element('span', { class: 'sign', 'data-sign': name }, piece),
  );
}

/** A quotation of several lines: each of them begins where the one before it ended. */
export function quotedCode(text: string): HTMLElement {
  const lines = text.split(/(?<=␊)(?!$)/u);
  const parts = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [element('br')]),
    ...withSigns(line),
  ]);
  return element('code', {}, ...parts);
}
