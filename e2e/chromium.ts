// The Chromium to test with: the system's, else Playwright's own, else Debian's package when we may install it.
import { chromium } from '@playwright/test';
import { findOnPath, isExecutable } from './system-programs.ts';

/** The headless shell first: the same engine without windows, in which these tests take half the time (decision 0012). */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** Where `run.ts` tells the configuration which executable it has found. */
export const CHROMIUM_VARIABLE = 'TRAME_CHROMIUM';

export const CHROMIUM_PACKAGES = ['chromium-headless-shell'];

/** What every browser we start is given: no sandbox of its own (root, containers), no traffic of its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // As on every desktop, and not in the headless shell: a frame of another site, or of none, has a process of its own.
  '--site-per-process',
];

/** The path of an executable, or `null`. */
export function findChromium(): string | null {
  const given = process.env[CHROMIUM_VARIABLE];
  if (given !== undefined && isExecutable(given)) return given;
  const own = chromium.executablePath();
  return findOnPath(...NAMES) ?? (isExecutable(own) ? own : null);
}
