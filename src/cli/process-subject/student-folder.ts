// The temporary folder in which a child process finds the student's files, as ES modules.
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';

export type StudentFolder = AsyncDisposable & { readonly path: string };

/** Folders not yet removed, for the day when we are stopped in the middle. */
const standing = new Set<string>();

process.on('exit', () => {
  for (const path of standing) rmSync(path, { recursive: true, force: true });
});

/** `files` are relative paths with `/`; one that would leave the folder is an error of ours. */
export async function createStudentFolder(
  files: Readonly<Record<string, string>>,
): Promise<StudentFolder> {
  // The real path: on some systems the temporary folder is a link, and stack traces show where it leads.
  const path = await mkdtemp(join(await realpath(tmpdir()), 'trame-'));
  standing.add(path);
  const all = { ...files, 'package.json': '{"type":"module"}' };
  for (const [name, text] of Object.entries(all)) {
    const target = resolve(path, name);
    if (!target.startsWith(path + sep))
      throw new Error(`${name} is outside the student's directory`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return {
    path,
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      standing.delete(path);
    },
  };
}
