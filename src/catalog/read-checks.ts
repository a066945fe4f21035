// What the catalog reads of a step's checks.ts: names, never the checks themselves.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as v from 'valibot';

import type { Problems } from './broken-course.ts';
import { REASONS } from './messages.ts';
import { checksModuleSchema, reasonsOf } from './schemas.ts';

export type ChecksModule = v.InferOutput<typeof checksModuleSchema>['step'];

/** Imports `checks.ts` as Node runs it: a syntax error there must stop the build, not the student. */
export async function readChecks(
  root: string,
  folder: string,
  problems: Problems,
): Promise<ChecksModule | null> {
  const file = `${folder}/checks.ts`;
  const path = join(root, file);
  if ((await readFile(path).catch(() => null)) === null) {
    problems.add(file, REASONS.missingFile);
    return null;
  }
  let imported: unknown;
  try {
    imported = await import(/* @vite-ignore */ pathToFileURL(path).href);
  } catch (error) {
    problems.add(file, REASONS.unreadable(error instanceof Error ? error.message : String(error)));
    return null;
  }
  const parsed = v.safeParse(checksModuleSchema, imported);
  if (!parsed.success) {
    for (const reason of reasonsOf(parsed.issues)) problems.add(file, reason);
    return null;
  }
  const ids = parsed.output.step.checks.map((check) => check.id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    problems.add(file, REASONS.idTwice(id));
  }
  return parsed.output.step;
}
