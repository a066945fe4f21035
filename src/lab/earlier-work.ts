// The files of earlier steps that a run may import: the student's own where they passed, else the solutions.
import { withEarlierSolutions, type CompletedFiles } from '../grading/index.ts';
import { listEarlierFiles, type EarlierFile } from './earlier-files.ts';
import type { SolvedStep } from './solved-steps.ts';
import { readProgress } from './step-progress.ts';
import { openWorkStorage } from './work-storage.ts';

/** Completes `files` with what earlier steps left; the notes name the solutions that were used. */
export async function withEarlierWork(
  files: Readonly<Record<string, string>>,
  earlier: readonly SolvedStep[],
): Promise<CompletedFiles> {
  const passed = await readPassedFiles(earlier);
  return withEarlierSolutions(
    { ...passed, ...files },
    earlier.map((step) => step.files),
    Object.keys(files),
  );
}

/** The same files, to be read by the student. */
export async function earlierFiles(
  earlier: readonly SolvedStep[],
): Promise<readonly EarlierFile[]> {
  return listEarlierFiles(earlier, await readPassedFiles(earlier));
}

/** Read at each run: another tab may have passed a step meanwhile. */
async function readPassedFiles(
  earlier: readonly SolvedStep[],
): Promise<Readonly<Record<string, string>>> {
  const paths = earlier
    .filter((step) => readProgress(step.number).passed)
    .flatMap((step) => Object.keys(step.files));
  if (paths.length === 0) return {};
  const storage = await openWorkStorage();
  const kept = await Promise.all(
    paths.map(async (path) => [path, (await storage.read(path))?.text] as const),
  );
  return Object.fromEntries(
    kept.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}
