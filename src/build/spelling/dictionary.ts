// French words: cspell's dictionary, and how French joins them (elision, inversion, hyphens).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';

export type Dictionary = {
  readonly has: (word: string) => boolean;
  /** The nearest words, best first. */
  readonly suggest: (word: string) => readonly string[];
};

/** The whole of French, 1.7 MB: about two seconds. */
export function loadFrench(): Dictionary {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve('@cspell/dict-fr-fr/cspell-ext.json'));
  const trie = decodeTrie(gunzipSync(readFileSync(path.join(folder, 'fr-fr.trie.gz'))));
  return {
    has: (word) => trie.hasWord(word, true),
    suggest: (word) =>
      trie
        .suggest(word, { numSuggestions: 8, timeout: 300 })
        .filter((found) => trie.hasWord(found, true))
        .slice(0, 3),
  };
}

const ELISION = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu|entr)’/i;
const CLITIC =
  /-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|les?|la|lui|leur|moi|toi|y|en|ci|là|mêmes?)$/i;

/** Whether French has this word, as it stands in a sentence: « l’octet », « ferme-t-il », « sous-protocole ». */
export function isFrench(word: string, has: (word: string) => boolean): boolean {
  if (hasInAnyCase(word, has)) return true;
  const elided = word.replace(ELISION, '');
  if (elided !== word) return elided === '' || isFrench(elided, has);
  const alone = word.replace(CLITIC, '');
  if (alone !== word && isFrench(alone, has)) return true;
  const parts = word.split('-');
  return parts.length > 1 && parts.every((part) => part !== '' && isFrench(part, has));
}

/** A capital may begin a sentence; « PARIS » and « Œuvre » are words too. */
const hasInAnyCase = (word: string, has: (word: string) => boolean): boolean => {
  const lower = word.toLowerCase();
  return has(word) || has(lower) || has(lower.charAt(0).toUpperCase() + lower.slice(1));
};
