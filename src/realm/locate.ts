// Finds the student's file and line in a stack trace, as V8 and SpiderMonkey write them.
import type { SourceLocation } from '../evidence/evidence.ts';
import { charCodeAt, indexOf, slice, toNumber } from '../evidence/primordials.ts';

/** Lines of a stack trace that are looked at. */
const LINE_CAP = 60;

/**
 * `pathOf` gives the student's path for the address of a file, or `null` for a file of ours.
 * A line of a trace ends with `address:line:column`, perhaps in brackets; V8 heads a syntax error with `address:line`.
 */
export function createLocator(
  pathOf: (address: string) => string | null,
): (stack: string) => SourceLocation | null {
  return (stack) => {
    let rest = stack;
    for (let count = 0; count < LINE_CAP && rest !== ''; count += 1) {
      const end = indexOf(rest, '\n');
      const line = end === -1 ? rest : slice(rest, 0, end);
      rest = end === -1 ? '' : slice(rest, end + 1, rest.length);
      const location = locateLine(line, pathOf);
      if (location !== null) return location;
    }
    return null;
  };
}

function locateLine(
  line: string,
  pathOf: (address: string) => string | null,
): SourceLocation | null {
  let end = line.length;
  if (end > 0 && slice(line, end - 1, end) === ')') end -= 1;
  const last = numberBefore(line, end);
  if (last === null) return null;
  const first = numberBefore(line, last.start - 1);
  const place =
    first === null
      ? { start: last.start, line: last.value, column: null }
      : { start: first.start, line: first.value, column: last.value };
  const file = pathOf(addressBefore(line, place.start - 1));
  return file === null ? null : { file, line: place.line, column: place.column };
}

/** The decimal number that ends at `end` and follows a colon. */
function numberBefore(text: string, end: number): { value: number; start: number } | null {
  let start = end;
  while (start > 0 && isDigit(charCodeAt(text, start - 1))) start -= 1;
  if (start === end || start === 0 || slice(text, start - 1, start) !== ':') return null;
  return { value: toNumber(slice(text, start, end)), start };
}

/** The address starts after `(`, `@` or the `at ` of a frame; addresses have their spaces escaped. */
function addressBefore(line: string, end: number): string {
  let start = end;
  while (start > 0) {
    const previous = slice(line, start - 1, start);
    if (previous === '(' || previous === '@' || previous === ' ') break;
    start -= 1;
  }
  return slice(line, start, end);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
