// The other ways to ask for the same thing: « masquage » is also « masque », « frame » is also « trame ».

/** Each inner list names one notion; written by the build from the glossary. */
export type Synonyms = readonly (readonly string[])[];

const MOST_VARIANTS = 6;

/** Small letters without accents, one apostrophe, one kind of space. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/[’`]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();

/** The query itself, then the query with one notion named otherwise. */
export function queryVariants(query: string, synonyms: Synonyms): readonly string[] {
  const asked = foldText(query);
  const variants = new Set([asked]);
  for (const group of synonyms) {
    const forms = group.map(foldText).sort((one, other) => other.length - one.length);
    const named = forms.find((form) => hasWord(asked, form));
    if (named === undefined) continue;
    for (const form of forms) {
      if (variants.size >= MOST_VARIANTS) break;
      variants.add(` ${asked} `.replace(` ${named} `, ` ${form} `).trim());
    }
  }
  return [...variants].filter((variant) => variant !== '');
}

const hasWord = (text: string, word: string): boolean => ` ${text} `.includes(` ${word} `);
