// One step with what its grading needs and nothing else: an unfinished lab elsewhere must not stop it.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { Problems } from './broken-course.ts';
import { nearestNames, type StepName } from './find-step.ts';
import { loadStep } from './load-step.ts';
import { type NumberedFolder, numberedFolders } from './numbered-folder.ts';
import { readSourceFolder } from './programs.ts';
import type { SourceFiles, Step } from './types.ts';

export type StepToGrade =
  | {
      readonly status: 'found';
      readonly step: Step;
      /** The solutions of the steps before it, in order; of a step without one, nothing. */
      readonly earlier: readonly SourceFiles[];
    }
  | { readonly status: 'unknown'; readonly nearest: readonly StepName[] };

type StepPlace = StepName & { readonly lab: NumberedFolder; readonly folder: NumberedFolder };

/**
 * `name` is `1.3` or `handshake/accept`. Of the other steps only folder names and solutions are read.
 * Throws `BrokenCourse` for what is wrong with this step.
 */
export async function loadStepToGrade(root: string, name: string): Promise<StepToGrade> {
  const places = await stepPlaces(root);
  const index = places.findIndex((place) => place.number === name || place.id === name);
  const place = places[index];
  if (place === undefined) return { status: 'unknown', nearest: nearestNames(places, name) };
  const problems = new Problems();
  // Grading shows no address: lab.md, which holds it, may still be missing.
  const lab = { ...place.lab, address: `/labos/${place.lab.slug}/` };
  const step = await loadStep(root, lab, place.folder, problems);
  problems.throwIfAny();
  if (step === null) throw new Error(`${place.folder.path} gives neither a step nor a problem`);
  const earlier = places.slice(0, index).map(async ({ folder }) => {
    return (await readSourceFolder(root, `${folder.path}/solution`)) ?? {};
  });
  return { status: 'found', step, earlier: await Promise.all(earlier) };
}

/** Every step by its folder's name, in the order of the course; folders with other names are left to `loadCourse()`. */
async function stepPlaces(root: string): Promise<readonly StepPlace[]> {
  const there = await stat(join(root, 'labs')).catch(() => null);
  if (there?.isDirectory() !== true) return [];
  const ignored = new Problems();
  const places: StepPlace[] = [];
  for (const lab of await numberedFolders(root, 'labs', ignored)) {
    for (const folder of await numberedFolders(root, lab.path, ignored)) {
      const number = `${lab.number}.${folder.number}`;
      places.push({ number, id: `${lab.slug}/${folder.slug}`, slug: folder.slug, lab, folder });
    }
  }
  return places;
}
