// Finds the programs of this machine, and installs Debian's packages where we may: browsers come from the system only.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The first of `names` that a folder of PATH holds, or `null`. */
export function findOnPath(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs them with `apt-get`; else says why it could not, as the end of a French sentence. */
export function installPackages(
  packages: readonly string[],
  isRoot = process.getuid?.() === 0,
): { readonly problem: string } | null {
  const names = packages.join(', ');
  if (!isRoot) return { problem: `seul root peut installer ce qui manque (${names})` };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', ...packages];
  for (const args of [['update'], install]) {
    const { status, error } = spawnSync('apt-get', args, { stdio: 'inherit', env });
    if (error) return { problem: `il manque ${names}, et cette machine n’a pas d’apt-get` };
    if (status !== 0) return { problem: `apt-get ${args.join(' ')} a échoué (code ${status})` };
  }
  return null;
}
