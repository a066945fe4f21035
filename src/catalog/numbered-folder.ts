// The folders whose names give order and published name: labs and steps.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Problems } from './broken-course.ts';
import { REASONS } from './messages.ts';

/** In a lab: what puts its steps together, and is no step. */
export const PROJECT_FOLDER = 'project';

const NUMBERED = /^(\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** A folder called `03-accept`, that is, the third, `accept`. `path` is relative to the root. */
export type NumberedFolder = {
  readonly path: string;
  readonly number: number;
  readonly slug: string;
};

/** The numbered folders of `parent`, in order; any other folder but `project` is a problem, files are left alone. */
export async function numberedFolders(
  root: string,
  parent: string,
  problems: Problems,
): Promise<readonly NumberedFolder[]> {
  const entries = await readdir(join(root, parent), { withFileTypes: true });
  const folders: NumberedFolder[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    if (parent !== 'labs' && entry.name === PROJECT_FOLDER) continue;
    const path = `${parent}/${entry.name}`;
    const [, number, slug] = NUMBERED.exec(entry.name) ?? [];
    if (number === undefined || slug === undefined) problems.add(path, REASONS.folderName);
    else folders.push({ path, number: Number(number), slug });
  }
  return folders.toSorted((one, other) => one.number - other.number);
}
