// A `lab.md` or a `step.md`: its head parsed by a schema, its body kept, everything wrong with it said.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import type { Problems } from './broken-course.ts';
import { readFrontMatter } from './front-matter.ts';
import { REASONS } from './messages.ts';
import { reasonsOf } from './schemas.ts';

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** `file` is relative to `root`. `null` when there is nothing to go on with; the reasons are then in `problems`. */
export async function readDocument<S extends Schema>(
  root: string,
  file: string,
  schema: S,
  problems: Problems,
): Promise<{ readonly head: v.InferOutput<S>; readonly body: string } | null> {
  const text = await readFile(join(root, file), 'utf8').catch(() => null);
  if (text === null) {
    problems.add(file, REASONS.missingFile);
    return null;
  }
  const matter = readFrontMatter(text);
  if (matter.status === 'broken') {
    problems.add(file, matter.reason);
    return null;
  }
  const parsed = v.safeParse(schema, matter.data);
  if (parsed.success) return { head: parsed.output, body: matter.body };
  for (const reason of reasonsOf(parsed.issues)) problems.add(file, reason);
  return null;
}
