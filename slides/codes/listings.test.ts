// No code on a slide that nothing runs: each listing is a file, and each file is named by a test beside it.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const CODES = import.meta.dirname;
const SLIDES = path.dirname(CODES);

const read = (folder: string, file: string): string =>
  readFileSync(path.join(folder, file), 'utf8');

type Fence = {
  readonly where: string;
  readonly language: string;
  readonly file: string | undefined;
};

/** Every second fence closes the one before it. */
const fences: readonly Fence[] = globSync('*.md', { cwd: SLIDES }).flatMap((slides) =>
  read(SLIDES, slides)
    .split('\n')
    .map((line, index) => ({ line, where: `${slides}:${index + 1}` }))
    .filter(({ line }) => line.startsWith('```'))
    .filter((_, index) => index % 2 === 0)
    .map(({ line, where }) => ({
      where,
      language: /^`{3,}(\S*)/.exec(line)?.[1] ?? '',
      file: /\bfile="([^"#]*)/.exec(line)?.[1],
    })),
);

/** `protocole/requete.http` */
const listings = globSync('**/*.*', { cwd: CODES }).filter(
  (file) => !/\.(?:test|fixture)\.ts$/.test(file),
);
describe('a slide’s code', () => {
  test('is found: the slides do show some', () => {
    expect(fences.length).toBeGreaterThan(20);
  });

  test('comes from a file, unless it is what a program prints', () => {
    const written = fences.filter(
      ({ file, language }) => file === undefined && language !== 'text',
    );
    expect(written.map(({ where }) => where)).toEqual([]);
  });

  test('comes from a file in codes/, where its test is', () => {
    const elsewhere = fences.filter(
      ({ file }) => file !== undefined && !listings.includes(file.replace(/^codes\//, '')),
    );
    expect(elsewhere.map(({ where }) => where)).toEqual([]);
  });
});

test.each(listings)('%s is named by a test of its folder', (listing) => {
  const [folder = ''] = listing.split('/');
  const tests = globSync(`${folder}/**/*.test.ts`, { cwd: CODES }).map((file) => read(CODES, file));
  const name = path.basename(listing);
  const names = [`${name}'`, `${name}#`];
  expect(tests.some((source) => names.some((one) => source.includes(one)))).toBe(true);
});
