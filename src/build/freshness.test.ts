// When `npm start` builds again, on a tree made for each test, in a path with spaces and accents.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isStale } from './freshness.ts';

/** Minutes after an arbitrary moment: file dates are set, never waited for. */
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));
const FILES = [
  'src/pages/index.astro',
  'slides/slides.json',
  'labs/01-handshake/lab.md',
  'public/robots.txt',
  'package.json',
];

/** A project whose sources all date from minute 0, built at minute 10. */
async function project() {
  const root = await mkdtemp(path.join(tmpdir(), 'trame à jour '));
  const stamp = path.join(root, 'dist', '.built');
  const write = async (name: string, minutes: number) => {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
    await utimes(file, at(minutes), at(minutes));
  };
  /** Writing a file dates its folders too: put those back. */
  const date = async (minutes: number, ...names: string[]) => {
    for (const name of names) await utimes(path.join(root, name), at(minutes), at(minutes));
  };
  for (const name of FILES) await write(name, 0);
  const folders = ['src', 'src/pages', 'slides', 'labs', 'labs/01-handshake', 'public'];
  await date(0, ...folders);
  await write('dist/.built', 10);
  return {
    root,
    stamp,
    write,
    date,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

test('a site built after its last change is fresh', async () => {
  await using site = await project();
  expect(await isStale(site.root, site.stamp)).toBe(false);
});

test('a site that was never built, or whose build was cut short, is stale', async () => {
  await using site = await project();
  await rm(site.stamp);
  expect(await isStale(site.root, site.stamp)).toBe(true);
  await rm(path.dirname(site.stamp), { recursive: true });
  expect(await isStale(site.root, site.stamp)).toBe(true);
});

test.each(FILES)('a newer %s makes the site stale', async (name) => {
  await using site = await project();
  await site.date(11, name);
  expect(await isStale(site.root, site.stamp)).toBe(true);
});

test('a source that was removed makes the site stale', async () => {
  await using site = await project();
  await rm(path.join(site.root, 'slides/slides.json'));
  expect(await isStale(site.root, site.stamp)).toBe(true);
});

test('tests, hidden files and what is no source do not count', async () => {
  await using site = await project();
  await site.write('src/pages/index.test.ts', 11);
  await site.write('src/.cache', 11);
  await site.write('README.md', 11);
  await site.write('node_modules/ws/index.js', 11);
  await site.date(0, 'src', 'src/pages');
  expect(await isStale(site.root, site.stamp)).toBe(false);
});
