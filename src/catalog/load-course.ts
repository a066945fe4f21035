// Reads labs/ from disk into one validated Course, or says everything that is wrong with it.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { Problems } from './broken-course.ts';
import type { Course, Lab, Step } from './types.ts';
import { loadStep } from './load-step.ts';
import { REASONS } from './messages.ts';
import { type NumberedFolder, numberedFolders, PROJECT_FOLDER } from './numbered-folder.ts';
import { readSourceFolder } from './programs.ts';
import { readDocument } from './read-document.ts';
import { labSchema } from './schemas.ts';
import { reportMissingProgram } from './step-consistency.ts';

/**
 * Loads every lab under `<root>/labs`. A missing `labs/` is a course without labs.
 * Throws `BrokenCourse`, which holds one French sentence for each problem.
 */
export async function loadCourse(root: string): Promise<Course> {
  const problems = new Problems();
  const labs: Lab[] = [];
  if (await isFolder(join(root, 'labs'))) {
    for (const folder of await numberedFolders(root, 'labs', problems)) {
      const lab = await loadLab(root, folder, problems);
      if (lab !== null) labs.push(lab);
    }
  }
  reportDuplicates(labs, problems);
  problems.throwIfAny();
  return { labs };
}

async function loadLab(
  root: string,
  folder: NumberedFolder,
  problems: Problems,
): Promise<Lab | null> {
  const file = `${folder.path}/lab.md`;
  const document = await readDocument(root, file, labSchema, problems);
  if (document === null) return null;
  const { head, body } = document;
  const address = `/labos/${head.address}/`;
  const steps: Step[] = [];
  for (const stepFolder of await numberedFolders(root, folder.path, problems)) {
    const step = await loadStep(root, { ...folder, address }, stepFolder, problems);
    if (step !== null) steps.push(step);
  }
  const project = (await readSourceFolder(root, `${folder.path}/${PROJECT_FOLDER}`)) ?? {};
  reportMissingProgram({ folder: folder.path, steps, project }, problems);
  const { number, slug } = folder;
  return { number, slug, title: head.title, address, introduction: body, steps, project };
}

function reportDuplicates(labs: readonly Lab[], problems: Problems): void {
  const seen = new Map<string, string>();
  const claim = (name: string, owner: string) => {
    const other = seen.get(name);
    if (other !== undefined) problems.add(owner, REASONS.twice(`« ${name} »`, other));
    seen.set(name, owner);
  };
  for (const lab of labs) {
    const owner = `labs/${String(lab.number).padStart(2, '0')}-${lab.slug}`;
    for (const name of new Set([String(lab.number), lab.slug, lab.address])) claim(name, owner);
    for (const step of lab.steps) {
      for (const name of [step.number, step.id]) claim(name, step.folder);
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
