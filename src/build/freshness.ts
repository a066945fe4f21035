// Whether `dist/` still shows what the sources say: `npm start` builds only when it does not.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What the site is made of. A folder's own date tells of files that were removed from it. */
const SOURCES = [
  'src',
  'slides',
  'labs',
  'public',
  'astro.config.mjs',
  'astro.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Is `stamp` (a file that the build dates, absolute path) missing, or older than a source under `root`?
 * Tests are no sources; neither is what begins with a dot.
 */
export async function isStale(root: string, stamp: string): Promise<boolean> {
  const built = await modified(stamp);
  if (built === null) return true;
  for (const source of SOURCES) {
    if (await hasNewer(path.join(root, source), built)) return true;
  }
  return false;
}

async function hasNewer(file: string, date: number): Promise<boolean> {
  const own = await modified(file);
  if (own === null) return false;
  if (own > date) return true;
  for (const name of await listFolder(file)) {
    if (name.startsWith('.') || name.endsWith('.test.ts')) continue;
    if (await hasNewer(path.join(file, name), date)) return true;
  }
  return false;
}

/** In milliseconds; null when there is no such file. */
async function modified(file: string): Promise<number | null> {
  const stats = await stat(file).catch(ignoreMissing);
  return stats?.mtimeMs ?? null;
}

/** The names in a folder; none in a file. */
async function listFolder(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(ignoreMissing)) ?? [];
}

function ignoreMissing(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // Editors create and remove files while we look.
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  throw error;
}
