import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFirefox, firefoxProblem } from './engines/firefox.ts';
import { installPackages } from './system-programs.ts';

let folder = '';

/** The only folder of PATH: a machine that has what the test puts there. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trame-path-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('TRAME_FIREFOX', undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function putProgram(name: string, script: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

test('what apt-get installs is found afterwards, and asked for without a question', async () => {
  const log = path.join(folder, 'log');
  await putProgram(
    'apt-get',
    `echo "$DEBIAN_FRONTEND $@" >> ${log}; [ "$1" = update ] || { : > ${folder}/firefox-esr; /bin/chmod +x ${folder}/firefox-esr; }`,
  );
  expect(findFirefox()).toBeNull();
  expect(installPackages(['firefox-esr'], true)).toBeNull();
  expect(findFirefox()).toBe(path.join(folder, 'firefox-esr'));
  expect((await readFile(log, 'utf8')).split('\n')).toEqual([
    'noninteractive update',
    'noninteractive install -y firefox-esr',
    '',
  ]);
});

test('an apt-get that fails is quoted with its code', async () => {
  await putProgram('apt-get', '[ "$1" = update ] || exit 100');
  expect(installPackages(['xvfb'], true)?.problem).toMatch(/install .* xvfb a échoué \(code 100\)/);
});

test('a machine without apt-get is told what it lacks', () => {
  expect(installPackages(['webkit2gtk-driver', 'xvfb'], true)?.problem).toBe(
    'il manque webkit2gtk-driver, xvfb, et cette machine n’a pas d’apt-get',
  );
});

test('nobody but root is offered an installation', async () => {
  await putProgram('apt-get', 'echo called >&2; exit 1');
  expect(installPackages(['firefox-esr'], false)?.problem).toContain('seul root');
});

test('a file that cannot be executed is no browser', async () => {
  await writeFile(path.join(folder, 'firefox'), '');
  expect(findFirefox()).toBeNull();
});

test.each([
  { version: '140.12.0', found: false, problem: /version 140 est trop ancienne.* la 153/ },
  { version: '153.8.0', found: true, problem: null },
  { version: '1001.0', found: true, problem: null },
])('a Firefox $version is driven: $found', async ({ version, found, problem }) => {
  await putProgram('firefox', '');
  await writeFile(path.join(folder, 'application.ini'), `[App]\nVersion=${version}\n`);
  expect(findFirefox()).toBe(found ? path.join(folder, 'firefox') : null);
  if (problem === null) expect(firefoxProblem()).toBeNull();
  else expect(firefoxProblem()).toMatch(problem);
});
