// `npm run e2e`: finds or installs a Chromium, then runs the browser tests with it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CHROMIUM_VARIABLE, findChromium, installChromium } from './chromium.ts';

const failure = findChromium() === null ? installChromium() : null;
const executable = findChromium();
if (executable === null) {
  const reason = failure?.problem ?? 'l’installation n’a laissé aucun exécutable';
  console.error(
    `Les tests de navigateur ont besoin de Chromium\u202F: ${reason}. Installez-le («\u202Fapt-get install chromium\u202F») ou donnez son chemin dans ${CHROMIUM_VARIABLE}.`,
  );
  process.exit(2);
}

const cli = path.join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const config = path.join(import.meta.dirname, 'playwright.config.ts');
const { status } = spawnSync(
  process.execPath,
  [cli, 'test', '--config', config, ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, [CHROMIUM_VARIABLE]: executable } },
);
process.exit(status ?? 1);
