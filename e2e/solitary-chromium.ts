// A Chromium that no test tool watches: Playwright takes a page for dead when only one of its frames is.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

/** Opens `url` in a browser of its own until `scenario` settles. The page must act, and report, by itself. */
export async function whileOpenAlone(
  url: string,
  flags: readonly string[],
  scenario: () => Promise<void>,
): Promise<void> {
  const executable = findChromium();
  if (executable === null) throw new Error('No Chromium was found');
  const profile = await mkdtemp(path.join(tmpdir(), 'trame-chromium-'));
  const own = [
    '--headless=new',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-breakpad',
  ];
  // A group of its own: the executable may be a script that starts the browser.
  const browser = spawn(executable, [...own, ...CHROMIUM_FLAGS, ...flags, url], {
    stdio: 'ignore',
    detached: true,
  });
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
