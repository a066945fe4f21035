// Builds, once for all browser tests, what the test server serves: the harness, the opaque page and the guest.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { findFirefox, writeFirefoxLauncher } from './engines/firefox.ts';
import { buildSandboxPage } from '../src/sandbox/frame/build.ts';
import { buildGuest } from '../src/sandbox/guest/build.ts';

/** Where the built files lie; nothing of it is published. */
export const HARNESS_DIRECTORY = path.join(import.meta.dirname, '../.trame/e2e');

export default async function globalSetup(): Promise<void> {
  await mkdir(HARNESS_DIRECTORY, { recursive: true });
  const firefox = findFirefox();
  if (firefox !== null) await writeFirefoxLauncher(firefox);
  const [page, guest] = await Promise.all([buildSandboxPage(), buildGuest(), bundleHarness()]);
  await Promise.all([
    writeFile(path.join(HARNESS_DIRECTORY, 'sandbox-page.json'), JSON.stringify(page)),
    writeFile(path.join(HARNESS_DIRECTORY, 'guest.js'), guest.code),
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
