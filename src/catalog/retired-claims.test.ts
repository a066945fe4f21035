// What the 2013 deck said wrongly does not come back: not on a slide, not in a lab, not on a page.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadErrata } from './errata.ts';
import { QUOTED_IN, RETIRED_CLAIMS, retiredLines } from './retired-claims.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** All that is shown; `wrong/` is wrong on purpose. */
const SHOWN = [
  'slides/**/*.{md,yaml,svg,js,html,http,webidl,ts}',
  'labs/**/*.{md,js,html,ts,json}',
  'src/{pages,layouts,components}/**/*.{astro,ts}',
  'src/i18n/**/*.ts',
];
const files = globSync(SHOWN, { cwd: ROOT })
  .filter((file) => !file.includes('/wrong/') && !file.endsWith('.test.ts'))
  .filter((file) => Object.keys(QUOTED_IN).every((start) => !file.startsWith(start)));

test('no retired claim is said again', () => {
  expect(files.length).toBeGreaterThan(50);
  const said = files.flatMap((file) =>
    retiredLines(readFileSync(path.join(ROOT, file), 'utf8')).map(
      ({ line, claim }) =>
        `${file}:${line} ${String(claim.pattern)} ${claim.erratum}: ${claim.reason}`,
    ),
  );
  expect(said).toEqual([]);
});

describe('RETIRED_CLAIMS', () => {
  test('each is found in the 2013 deck: a pattern that catches nothing guards nothing', () => {
    const deck = readFileSync(path.join(ROOT, 'src/deck/fixtures/06-websocket.md'), 'utf8');
    const found = new Set(retiredLines(deck).map(({ claim }) => claim));
    expect(
      RETIRED_CLAIMS.filter((claim) => !found.has(claim)).map(({ pattern }) => String(pattern)),
    ).toEqual([]);
  });

  test('each is retired by an erratum that exists', async () => {
    const errata = (await loadErrata(ROOT)).flatMap(({ entries }) => entries.map(({ id }) => id));
    for (const { erratum } of RETIRED_CLAIMS) expect(errata).toContain(erratum);
  });

  test('is read whatever the spaces and apostrophes', () => {
    const set = 'Le masque empêche les attaques d’intermédiaires\u202f!\nRien.\n2\u00a0: closed';
    expect(retiredLines(set).map(({ line }) => line)).toEqual([1, 3]);
  });

  test('may be quoted by a line that names 2013, or a trap', () => {
    const quoted =
      'Le support de 2013 annonçait 1337.\n**Piège**\u00a0: écrire 1337.\nÉcoute sur 1337.';
    expect(retiredLines(quoted).map(({ line }) => line)).toEqual([3]);
  });
});

test('every exception names files that are there', () => {
  for (const start of Object.keys(QUOTED_IN)) {
    expect(globSync([`${start}*`, `${start}**/*`], { cwd: ROOT }), start).not.toEqual([]);
  }
});
