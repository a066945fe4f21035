// The program that a lab's steps make together, as far as they are written.
import type { Lab, SourceFiles } from './types.ts';

const RELATIVE_IMPORT = /\bfrom '(\.{1,2}\/[^']+)'/g;

/** What the lab gives beside its steps; `null` where there is nothing, or while a file that it imports is not written yet. */
export function wholeProject({
  project,
  steps,
}: Pick<Lab, 'project' | 'steps'>): SourceFiles | null {
  if (Object.keys(project).length === 0) return null;
  const written = new Set([
    ...Object.keys(project),
    ...steps.flatMap(({ solution }) => Object.keys(solution)),
  ]);
  const imported = Object.entries(project).flatMap(([path, source]) =>
    [...source.matchAll(RELATIVE_IMPORT)].map(([, specifier = '']) => resolve(path, specifier)),
  );
  return imported.every((path) => written.has(path)) ? project : null;
}

/** `chat/assemblage.js` and `./arret.js` give `chat/arret.js`. */
function resolve(path: string, specifier: string): string {
  return new URL(specifier, `file:///${path}`).pathname.slice(1);
}
