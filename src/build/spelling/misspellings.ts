// The words of a prose that neither French nor our own list knows, each at its line.
import { isFrench } from './dictionary.ts';

export type Misspelling = {
  readonly word: string;
  /** One-based. */
  readonly line: number;
  readonly column: number;
};

/** Letters, joined by apostrophes and hyphens: « aujourd’hui », « peut-être », « ferme-t-il ». */
const WORD = /[\p{L}\p{M}]+(?:['’\u2011-][\p{L}\p{M}]+)*['’]?/gu;

/** `WebSocket`, `HTTP`, `µs`, `h`: names that their own typography tells, acronyms, and what is too short to be misspelt. */
const isName = (word: string): boolean =>
  /\p{Ll}\p{Lu}/u.test(word) ||
  /\p{Lu}{2,}/u.test(word) ||
  /^\p{L}$/u.test(word) ||
  /\P{Script=Latin}/u.test(word.replaceAll(/[’'-]/g, ''));

/** Words of `prose` that `has` does not know; `own` are ours, in lower case unless they have a capital. */
export function misspellings(
  prose: string,
  has: (word: string) => boolean,
  own: ReadonlySet<string>,
): readonly Misspelling[] {
  const knows = (word: string): boolean => has(word) || own.has(word);
  return prose.split('\n').flatMap((text, index) =>
    [...text.matchAll(WORD)].flatMap(({ 0: found, index: start }) => {
      // A digit beside it makes it a name: `ES2022`, `x86`, `base64`.
      if (/\d/.test(text.charAt(start - 1)) || /\d/.test(text.charAt(start + found.length))) {
        return [];
      }
      // The closing quote of a string, or « l’`octet` », whose rest is code.
      const word = found.replace(/['’]$/, '').replaceAll("'", '’').replaceAll('\u2011', '-');
      const bare = word.replace(/^.*’(?=\p{Lu})/u, '');
      if (found !== word && /^(?:\p{L}|(?:jus|lors|puis|quoi|pres|quel)?qu)$/iu.test(word))
        return [];
      if (isName(word) || isName(bare) || isFrench(word, knows)) return [];
      return [{ word: found, line: index + 1, column: start + 1 }];
    }),
  );
}
