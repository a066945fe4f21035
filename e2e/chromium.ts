// Finds a Chromium to test with: the system's, else Playwright's own, else Debian's package when we may install it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where `run.ts` tells the configuration which executable it has found. */
export const CHROMIUM_VARIABLE = 'TRAME_CHROMIUM';

/** What every browser we start is given: no sandbox of its own (root, containers), no traffic of its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of an executable, or `null`. */
export function findChromium(): string | null {
  const given = process.env[CHROMIUM_VARIABLE];
  if (given !== undefined && isExecutable(given)) return given;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, chromium.executablePath()].find(isExecutable) ?? null;
}

/** Installs Debian's `chromium`; says in one sentence why it could not. */
export function installChromium(): { readonly problem: string } | null {
  if (process.getuid?.() !== 0) {
    return { problem: 'aucun Chromium sur cette machine, et seul root peut l’installer' };
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, error } = spawnSync('apt-get', args, { stdio: 'inherit', env: environment });
    if (error) return { problem: 'aucun Chromium sur cette machine, et pas d’apt-get' };
    if (status !== 0) return { problem: `apt-get ${args.join(' ')} a échoué (code ${status})` };
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
