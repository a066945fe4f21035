// Takes out of a text what is not French prose, and keeps every line and column where it was.

/** The same text with everything but its line breaks made blank. */
export const blanked = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** What Markdown and HTML hold that nobody reads as French; in this order, since a fence may hold anything. */
const NOT_PROSE: readonly RegExp[] = [
  // Fences, closed or not.
  /^[ \t]*(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\k<fence>[`~]*[ \t]*$|(?![\s\S]))/gm,
  /<!--[\s\S]*?-->/g,
  /<(?<tag>svg|code|pre|kbd|samp|script|style)\b[\s\S]*?<\/\k<tag>>/g,
  // What says that it is in another language.
  /<(?<tag>[a-z][\w-]*)\b[^<>]*\blang="(?!fr)[^"]*"[^<>]*>[\s\S]*?<\/\k<tag>>/g,
  // Code in a line, which a folded text may cut; never across a paragraph.
  /(?<!`)(?<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)\k<ticks>(?!`)/g,
  /<\/?[a-zA-Z][^<>]*>/g,
  // Where a link leads, not what it says.
  /(?<=\])\([^()\s]*(?:\s+"[^"]*")?\)/g,
  /^\[[^\]]+\]:.*$/gm,
  /&[a-z]+;|&#\w+;/gi,
];

/** Words that are code, an address or a file even outside of backquotes. */
const NOT_WORDS: readonly RegExp[] = [
  /[a-z][a-z\d+.-]*:\/\/[^\s«»)]*/gi,
  // `#/3/0`, `a/b`, `snake_case`, `user@host`, `--flag`, `x=1`, `$nom`, `{trou}`
  /[^\s«»(]*[/\\_@#=${}<>|][^\s«»)]*/g,
  // `close()`, `serveur.js`, `ws.send`
  /[\p{L}\d.]+\([^()\n]*\)/gu,
  /[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  /(?<![\p{L}\d])-{1,2}[a-z][\w-]*/gu,
];

/** The prose of a Markdown text, in place. */
export function proseOf(markdown: string): string {
  return [...NOT_PROSE, ...NOT_WORDS].reduce(
    (text, pattern) => text.replaceAll(pattern, blanked),
    markdown,
  );
}
