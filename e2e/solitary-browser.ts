// A browser that no test tool watches: Playwright takes a page for dead when only a frame is, and drowns in its errors.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { findFirefox } from './engines/firefox.ts';

type Scenario = () => Promise<void>;

/** Opens `url` in a Chromium of its own until `scenario` settles. The page must act, and report, by itself. */
export function whileChromiumIsOpen(
  url: string,
  flags: readonly string[],
  scenario: Scenario,
): Promise<void> {
  const own = (profile: string) => [
    '--headless=new',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-breakpad',
  ];
  return whileOpen(
    findChromium(),
    (profile) => [...own(profile), ...CHROMIUM_FLAGS, ...flags, url],
    scenario,
  );
}

/** The same in a Firefox. */
export function whileFirefoxIsOpen(url: string, scenario: Scenario): Promise<void> {
  return whileOpen(
    findFirefox(),
    (profile) => ['--headless', '--no-remote', '--profile', profile, url],
    scenario,
  );
}

async function whileOpen(
  executable: string | null,
  argumentsFor: (profile: string) => readonly string[],
  scenario: Scenario,
): Promise<void> {
  if (executable === null) throw new Error('No such browser was found');
  const profile = await mkdtemp(path.join(tmpdir(), 'trame-browser-'));
  // A group of its own: the executable may be a script that starts the browser.
  const browser = spawn(executable, argumentsFor(profile), { stdio: 'ignore', detached: true });
  const exited = once(browser, 'exit');
  try {
    await scenario();
  } finally {
    if (browser.pid !== undefined && browser.exitCode === null)
      process.kill(-browser.pid, 'SIGKILL');
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
