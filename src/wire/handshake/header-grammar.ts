// The pieces from which header values are made: tokens, quoted strings and lists (RFC 9110 §5.6).

const TOKEN_CHARACTERS = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const TOKEN = new RegExp(`^${TOKEN_CHARACTERS}$`);

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * Removes the spaces and tabs around a value: they are not part of it (RFC 9110 §5.5).
 * Not by a regular expression: `[ \t]+$` takes a time that grows as the square of the spaces inside, which a peer chooses.
 */
export function trimSpaces(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(value.charAt(start))) start++;
  while (end > start && isSpace(value.charAt(end - 1))) end--;
  return value.slice(start, end);
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t';
}

/**
 * Cuts at each `separator` that stands outside of a quoted string, and trims the pieces.
 * A quote that is never closed reaches to the end.
 */
export function splitOutsideQuotes(value: string, separator: ',' | ';'): string[] {
  const pieces = [''];
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const character = value.charAt(i);
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) {
      pieces.push('');
      continue;
    }
    // In a quoted string a backslash takes the next character with it, even a quote.
    const taken = quoted && character === '\\' ? character + value.charAt(++i) : character;
    pieces.push((pieces.pop() ?? '') + taken);
  }
  return pieces.map(trimSpaces);
}

/** The elements of a comma-separated list. Empty ones are legal and mean nothing (RFC 9110 §5.6.1). */
export function splitList(value: string): string[] {
  return splitOutsideQuotes(value, ',').filter((element) => element !== '');
}

/** The tokens of a list, or `null` when one of its elements is something else or there is none. */
export function parseTokenList(value: string): string[] | null {
  const elements = splitList(value);
  return elements.length > 0 && elements.every(isToken) ? elements : null;
}

/** Whether a list holds a token, whatever its case: `keep-alive, Upgrade` holds `upgrade`. */
export function listHasToken(value: string | null, token: string): boolean {
  return splitList(value ?? '').some((element) => element.toLowerCase() === token.toLowerCase());
}

/** The text of a quoted string without its quotes and backslashes, or `null` when it is not one. */
export function parseQuotedString(text: string): string | null {
  const content = /^"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1];
  return content === undefined ? null : content.replace(/\\(.)/g, '$1');
}
