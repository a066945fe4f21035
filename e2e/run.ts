// `npm run e2e`: finds or installs the browsers, runs the tests with them, and says which engine it had to leave out.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CHROMIUM_PACKAGES, CHROMIUM_VARIABLE, findChromium } from './chromium.ts';
import { findFirefox, FIREFOX_PACKAGES, firefoxProblem } from './engines/firefox.ts';
import { findWebKit, WEBKIT_PACKAGES } from './engines/webkit.ts';
import { installPackages } from './system-programs.ts';

/** Why `find` finds nothing, even after an attempt to install `packages`; `null` when it finds. */
function problemOf(
  find: () => unknown,
  packages: readonly string[],
  ofWhatIsThere: () => string | null = () => null,
): string | null {
  if (find() !== null) return null;
  const failure = installPackages(packages);
  if (find() !== null) return null;
  return ofWhatIsThere() ?? failure?.problem ?? 'l’installation n’a laissé aucun exécutable';
}

const chromiumProblem = problemOf(findChromium, CHROMIUM_PACKAGES);
if (chromiumProblem !== null) {
  console.error(
    `Les tests de navigateur ont besoin de Chromium\u202F: ${chromiumProblem}. Installez-le («\u202Fapt-get install chromium\u202F») ou donnez son chemin dans ${CHROMIUM_VARIABLE}.`,
  );
  process.exit(2);
}

const leftOut = [
  { engine: 'Firefox', packages: FIREFOX_PACKAGES, find: findFirefox, why: firefoxProblem },
  { engine: 'WebKit', packages: WEBKIT_PACKAGES, find: findWebKit, why: () => null },
].flatMap(({ engine, packages, find, why }) => {
  const problem = problemOf(find, packages, why);
  return problem === null
    ? []
    : [
        `Les tests dans ${engine} n’ont pas été faits\u202F: ${problem}. Pour les faire\u202F: «\u202Fapt-get install ${packages.join(' ')}\u202F».`,
      ];
});

const cli = path.join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const config = path.join(import.meta.dirname, 'playwright.config.ts');
const { status } = spawnSync(
  process.execPath,
  [cli, 'test', '--config', config, ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, [CHROMIUM_VARIABLE]: findChromium() ?? '' } },
);
// Last, where it is read.
for (const sentence of leftOut) console.error(sentence);
process.exit(status ?? 1);
