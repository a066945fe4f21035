// French spaces and apostrophes, put where the author typed plain ones: the only place that does it, at build.

const NARROW = '\u202f';
const FIXED = '\u00a0';

/**
 * Sets one piece of prose: U+202F before `; ! ?` and inside « », U+00A0 before `:`, ’ and ….
 * Never give it code or an address: `a ? b : c` would no longer run.
 */
export function typeset(prose: string): string {
  return prose
    .replaceAll('...', '…')
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replaceAll(/[ \u00a0\u202f]+(?=[;!?](?![=\w]))/g, NARROW)
    .replaceAll(/[ \u202f]+(?=:(?!\w))/g, FIXED)
    .replaceAll(/«[ \u00a0\u202f]*/g, `«${NARROW}`)
    .replaceAll(/[ \u00a0\u202f]*»/g, `${NARROW}»`)
    .replaceAll(
      /(?<=\d)[ \u202f]+(?=(?:octets?|bits?|minutes?|min|caractères|lignes?|ko|ms|s)\b)/g,
      FIXED,
    );
}
