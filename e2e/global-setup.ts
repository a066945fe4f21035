// Builds, once for all browser tests, what the test server serves: the harness, the opaque pages and their guests.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { findFirefox, writeFirefoxLauncher } from './engines/firefox.ts';
import { buildPageFrame, buildSandboxPage } from '../src/sandbox/frame/build.ts';
import { buildGuest, buildPageGuest } from '../src/sandbox/guest/build.ts';

/** Where the built files lie; nothing of it is published. */
export const HARNESS_DIRECTORY = path.join(import.meta.dirname, '../.trame/e2e');

export default async function globalSetup(): Promise<void> {
  await mkdir(HARNESS_DIRECTORY, { recursive: true });
  const firefox = findFirefox();
  if (firefox !== null) await writeFirefoxLauncher(firefox);
  const [page, guest, pageFrame, pageGuest] = await Promise.all([
    buildSandboxPage(),
    buildGuest(),
    buildPageFrame(),
    buildPageGuest(),
    bundleHarness(),
  ]);
  const write = (name: string, text: string) => writeFile(path.join(HARNESS_DIRECTORY, name), text);
  await Promise.all([
    write('sandbox-page.json', JSON.stringify(page)),
    write('guest.js', guest.code),
    write('page-frame.json', JSON.stringify(pageFrame)),
    write('page-guest.js', pageGuest.code),
  ]);
}

async function bundleHarness(): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'harness/page.ts')],
    outfile: path.join(HARNESS_DIRECTORY, 'harness.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
}
