// The Firefox to test with: the system's own, which Playwright drives over WebDriver BiDi through our launcher.
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

/** The path of an executable, or `null`. */
export function findFirefox(): string | null {
  const given = process.env[FIREFOX_VARIABLE];
  if (given !== undefined && isExecutable(given)) return given;
  return findOnPath('firefox-esr', 'firefox');
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
