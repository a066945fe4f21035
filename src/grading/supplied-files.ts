// The files of earlier steps that a student has not written: taken from the solutions, and said.
import { RUNNER } from './messages.ts';

type Files = Readonly<Record<string, string>>;

export type CompletedFiles = { readonly files: Files; readonly notes: readonly string[] };

// Enough to name what is really used in a note; the realm's own loader decides what is imported.
const RELATIVE_SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/**
 * Adds to `files` every file of `earlierSolutions` (in order; a later one replaces the same path) that is absent.
 * A file that is present is never replaced. The note names only the supplied files that `entries` import.
 */
export function withEarlierSolutions(
  files: Files,
  earlierSolutions: readonly Files[],
  entries: readonly string[],
): CompletedFiles {
  const own = new Set([...Object.keys(files), ...entries]);
  const solved = earlierSolutions.flatMap((solution) => Object.entries(solution));
  const supplied = Object.fromEntries(solved.filter(([path]) => !own.has(path)));
  const completed = { ...supplied, ...files };
  const used = [...reachable(completed, entries)].filter((path) => Object.hasOwn(supplied, path));
  return { files: completed, notes: used.length === 0 ? [] : [RUNNER.supplied(used.join(', '))] };
}

/** The paths that `entries` import, directly or not, as far as their text tells. */
function reachable(files: Files, entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const [, specifier = ''] of (files[path] ?? '').matchAll(RELATIVE_SPECIFIER)) {
      waiting.push(resolve(path, specifier));
    }
  }
  return seen;
}

function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}
