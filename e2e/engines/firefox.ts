// The Firefox to test with: the system's own, which Playwright drives over WebDriver BiDi through our launcher.
import { readFileSync, realpathSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findOnPath, isExecutable } from '../system-programs.ts';

/** Gives the path of a Firefox that is not on PATH. */
const FIREFOX_VARIABLE = 'TRAME_FIREFOX';

export const FIREFOX_PACKAGES = ['firefox-esr'];

/** What Playwright starts: it takes one path, and the launcher needs three. */
export const FIREFOX_LAUNCHER = path.join(import.meta.dirname, '../../.trame/e2e/firefox');

/** What every Firefox we start is told besides. */
export const FIREFOX_PREFERENCES = {
  // A name that is not the loopback's: plain http on it is not a secure context.
  'network.dns.localDomains': 'labo.test',
} as const;

/** Before it, Playwright 1.65 misses commands of WebDriver BiDi, and a page's own policy refuses what it evaluates there. */
const OLDEST = 153;

/** The path of an executable that Playwright can drive, or `null`. */
export function findFirefox(): string | null {
  const found = findAnyFirefox();
  return found === null || isTooOld(found) ? null : found;
}

/** Why the Firefox that is there will not do, as the end of a French sentence; `null` where there is none, or a good one. */
export function firefoxProblem(): string | null {
  const found = findAnyFirefox();
  return found !== null && isTooOld(found)
    ? `la version ${versionOf(found)} est trop ancienne, il faut au moins la ${OLDEST}`
    : null;
}

function findAnyFirefox(): string | null {
  const given = process.env[FIREFOX_VARIABLE];
  if (given !== undefined && isExecutable(given)) return given;
  return findOnPath('firefox-esr', 'firefox');
}

function isTooOld(executable: string): boolean {
  const version = versionOf(executable);
  return version !== null && version < OLDEST;
}

/** Its major version, from the file that lies beside every Firefox: to start it would take a second. `null` without one. */
function versionOf(executable: string): number | null {
  const file = path.join(path.dirname(realpathSync(executable)), 'application.ini');
  try {
    return Number(/^Version=(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? NaN) || null;
  } catch {
    return null;
  }
}

/** Writes `FIREFOX_LAUNCHER`, for this machine. */
export async function writeFirefoxLauncher(firefox: string): Promise<void> {
  const command = [
    process.execPath,
    path.join(import.meta.dirname, 'firefox-launcher.ts'),
    firefox,
  ];
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  await mkdir(path.dirname(FIREFOX_LAUNCHER), { recursive: true });
  await writeFile(FIREFOX_LAUNCHER, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`);
  await chmod(FIREFOX_LAUNCHER, 0o755);
}
