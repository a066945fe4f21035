// Reads one step folder: its consigne, its checks' names, and the programs that test the grader.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as v from 'valibot';

import type { Problems } from './broken-course.ts';
import type { CheckSummary, SourceFiles, Step } from './types.ts';
import { REASONS } from './messages.ts';
import type { NumberedFolder } from './numbered-folder.ts';
import { readDocument } from './read-document.ts';
import { readSourceFolder, readVariants, readWrongVariants } from './programs.ts';
import { checksModuleSchema, reasonsOf, stepSchema } from './schemas.ts';

type StepHead = v.InferOutput<typeof stepSchema> & { readonly instructions: string };

/** `null` when the step is too broken to go on; every problem met is in `problems`. */
export async function loadStep(
  root: string,
  lab: NumberedFolder & { readonly address: string },
  folder: NumberedFolder,
  problems: Problems,
): Promise<Step | null> {
  const head = await readHead(root, folder, problems);
  const checks = await readChecks(root, folder, head?.files ?? null, problems);
  if (head === null) return null;
  const context = { root, folder: folder.path, files: head.files, problems };
  const step = {
    number: `${lab.number}.${folder.number}`,
    id: `${lab.slug}/${folder.slug}`,
    slug: folder.slug,
    address: `${lab.address}${lab.number}-${folder.number}/`,
    folder: folder.path,
    ...head,
    starter: await completeSources(root, `${folder.path}/starter`, head.files, problems),
    solution: await completeSources(root, `${folder.path}/solution`, head.files, problems),
    right: await readVariants(context, 'right', REASONS.noRight),
    wrong: await readWrongVariants(context),
    checks,
  };
  reportLooseEnds(step, problems);
  return step;
}

async function readHead(
  root: string,
  folder: NumberedFolder,
  problems: Problems,
): Promise<StepHead | null> {
  const file = `${folder.path}/step.md`;
  const document = await readDocument(root, file, stepSchema, problems);
  if (document === null) return null;
  if (document.body === '') problems.add(file, REASONS.noInstructions);
  return { ...document.head, instructions: document.body };
}

/** Imports `checks.ts` as Node runs it: a syntax error there must stop the build, not the student. */
async function readChecks(
  root: string,
  folder: NumberedFolder,
  files: readonly string[] | null,
  problems: Problems,
): Promise<readonly CheckSummary[]> {
  const file = `${folder.path}/checks.ts`;
  const path = join(root, file);
  if ((await readFile(path).catch(() => null)) === null) {
    problems.add(file, REASONS.missingFile);
    return [];
  }
  let imported: unknown;
  try {
    imported = await import(/* @vite-ignore */ pathToFileURL(path).href);
  } catch (error) {
    problems.add(file, REASONS.unreadable(error instanceof Error ? error.message : String(error)));
    return [];
  }
  const parsed = v.safeParse(checksModuleSchema, imported);
  if (!parsed.success) {
    for (const reason of reasonsOf(parsed.issues)) problems.add(file, reason);
    return [];
  }
  const { exports, checks } = parsed.output.step;
  for (const module of Object.keys(exports)) {
    if (files?.includes(module) === false) problems.add(file, REASONS.exportsOutsideFiles(module));
  }
  const ids = checks.map((check) => check.id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    problems.add(file, REASONS.idTwice(id));
  }
  return checks;
}

async function completeSources(
  root: string,
  folder: string,
  files: readonly string[],
  problems: Problems,
): Promise<SourceFiles> {
  const sources = await readSourceFolder(root, folder);
  if (sources === null) {
    problems.add(folder, REASONS.missingFolder);
    return {};
  }
  for (const file of files) {
    if (!Object.hasOwn(sources, file)) problems.add(`${folder}/${file}`, REASONS.missingFile);
  }
  return sources;
}

/** Names that point nowhere: a killer that is no check, a misconception without explanation or without example. */
function reportLooseEnds(step: Step, problems: Problems): void {
  const ids = step.checks.map((check) => check.id);
  for (const wrong of step.wrong) {
    const file = `${step.folder}/${wrong.name}`;
    if (ids.length > 0 && !ids.includes(wrong.killer)) {
      problems.add(file, REASONS.unknownKiller(wrong.killer, ids.join(', ')));
    }
    if (wrong.misconception !== null && !Object.hasOwn(step.misconceptions, wrong.misconception)) {
      problems.add(file, REASONS.unknownMisconception(wrong.misconception));
    }
  }
  const illustrated = new Set(step.wrong.map((wrong) => wrong.misconception));
  for (const id of Object.keys(step.misconceptions)) {
    if (!illustrated.has(id))
      problems.add(`${step.folder}/step.md`, REASONS.unusedMisconception(id));
  }
}
