// Our own words: `known-words.txt`, in groups that say why a word is right although no French dictionary has it.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const KNOWN_WORDS_FILE = 'src/build/spelling/known-words.txt';

export type WordGroup = { readonly reason: string; readonly words: readonly string[] };

/** `# reason`, then one word on each line. */
export function readKnownWords(source: string): readonly WordGroup[] {
  return source
    .split(/^# /m)
    .slice(1)
    .map((group) => {
      const [reason = '', ...words] = group.split('\n').map((line) => line.trim());
      return { reason, words: words.filter((word) => word !== '') };
    });
}

export function loadKnownWords(root: string): ReadonlySet<string> {
  const groups = readKnownWords(readFileSync(path.join(root, KNOWN_WORDS_FILE), 'utf8'));
  return new Set(groups.flatMap(({ words }) => words));
}
