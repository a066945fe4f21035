// French spaces and apostrophes, put where the author typed plain ones: the only place that does it, at build.

const NARROW = '\u202f';
const FIXED = '\u00a0';
/** Any space that an author may have typed where French wants an unbreakable one. */
const SPACES = '[ \\u00a0\\u202f]+';

/** What a number counts or measures; longest first, since the first that fits is taken. */
const UNITS = [
  ...['octets?', 'bits?', 'caractères?', 'lignes?', 'trames?', 'messages?', 'connexions?'],
  ...['heures?', 'minutes?', 'secondes?', 'jours?', 'fois', 'min', 'µs', 'ms', 'ns', 'h', 's'],
  ...['[KMG]io', '[kMG]bit/s', '[kMG]?o', '[kMG]B', '[kMG]?Hz', 'px', '%', '€', '°C'],
].join('|');

/** What a number follows: « RFC 6455 », « n° 3 », « § 5.3 », « p. 12 ». */
const BEFORE_NUMBER = 'RFC|n[°º]|N[°º]|§|p\\.';

/** « l’ », « d’ », « qu’ », « jusqu’ »…: they elide before a tag, a digit or a guillemet too. */
const ELIDED = '(?:jus|lors|puis|pres|quoi)?qu|[cdjlmnst]';

/** An address is never prose, even in the middle of a sentence. */
const ADDRESS = /((?:[a-z][a-z\d+.-]*:\/\/|www\.)[^\s«»]*)/iu;

type Rule = readonly [pattern: RegExp, replacement: string];

const RULES: readonly Rule[] = [
  // Three dots end or open a phrase; glued to what follows a bracket, they are JavaScript's spread.
  [/(?<!\.)\.{3}(?![./])(?<![([{]\.{3}(?=[\w$]))/gu, '…'],
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  [new RegExp(`(?<=(?<![\\p{L}\\p{N}_'])(?:${ELIDED}))'(?!')`, 'giu'), '’'],
  // `?x`, `!ok`, `?.`, `!=`: code that lost its backquotes is left to its author.
  [new RegExp(`${SPACES}(?=[;!?](?![=.\\p{L}\\p{N}_]))`, 'gu'), NARROW],
  // `::`, `:root`, `:)` and « 9 :30 » are no French colon.
  [new RegExp(`${SPACES}(?=:(?![:()/\\\\|\\-\\p{L}\\p{N}_]))`, 'gu'), FIXED],
  [new RegExp(`«(?:${SPACES})?`, 'gu'), `«${NARROW}`],
  [new RegExp(`(?:${SPACES})?»`, 'gu'), `${NARROW}»`],
  // « 65 536 », but not « HTTP/1.1 101 ».
  [
    new RegExp(`(?<=(?<![\\p{L}\\d.,/:-])\\d{1,3})${SPACES}(?=\\d{3}(?![\\p{L}\\d]))`, 'gu'),
    NARROW,
  ],
  [new RegExp(`(?<=\\d)${SPACES}(?=(?:${UNITS})(?![\\p{L}\\d’']))`, 'gu'), FIXED],
  [new RegExp(`(?<=\\d${FIXED}h)${SPACES}(?=\\d)`, 'gu'), FIXED],
  [new RegExp(`(?<=(?<!\\p{L})(?:${BEFORE_NUMBER}))${SPACES}(?=\\d)`, 'gu'), FIXED],
];

/**
 * Sets one piece of prose: U+202F before `; ! ?` and inside « » and numbers, U+00A0 before `:` and units, ’ and ….
 * Set again, it does not change. Never give it code: `a ? b : c` would no longer run.
 */
export function typeset(prose: string): string {
  return prose
    .split(ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? piece : setSentence(piece)))
    .join('');
}

function setSentence(prose: string): string {
  return RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), prose);
}
