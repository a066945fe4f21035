// The files that earlier steps left: the student's own where they passed, else the solutions. Only to be read here.
import type { SolvedStep } from './solved-steps.ts';

export type EarlierFile = {
  readonly path: string;
  readonly text: string;
  /** `1.3`, the last step before this one that writes it. */
  readonly step: string;
  readonly from: 'student' | 'solution';
};

/** In the order of the steps; `passed` holds the student's own files, by path. */
export function listEarlierFiles(
  earlier: readonly SolvedStep[],
  passed: Readonly<Record<string, string>>,
): readonly EarlierFile[] {
  const files = new Map<string, EarlierFile>();
  for (const { number, files: solution } of earlier) {
    for (const [path, text] of Object.entries(solution)) {
      const own = passed[path];
      const from = own === undefined ? 'solution' : 'student';
      files.set(path, { path, text: own ?? text, step: number, from });
    }
  }
  return [...files.values()];
}
