// What 2013 said wrongly is corrected on a slide that says so, and no slide claims a correction that nobody wrote.
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadErrata } from '../src/catalog/errata.ts';
import type { ErratumKind } from '../src/catalog/errata.ts';
import { slidesByErratum } from '../src/catalog/errata-slides.ts';
import { loadDeck } from '../src/deck/load-deck.ts';

/** What misleads a reader, breaks a program or was lost. The rest, spelling or dates, may be mended in silence. */
const GRAVE: readonly ErratumKind[] = ['faux', 'danger', 'bug', 'perdu'];

const entries = (await loadErrata(path.resolve(import.meta.dirname, '..'))).flatMap(
  (slide) => slide.entries,
);
const corrected = slidesByErratum(await loadDeck(import.meta.dirname));

test('each grave or starred correction is named by a slide', () => {
  const wanted = entries.filter(
    ({ kinds, starred }) => starred || kinds.some((kind) => GRAVE.includes(kind)),
  );
  expect(wanted.length).toBeGreaterThan(40);
  expect(wanted.filter(({ id }) => !corrected.has(id)).map(({ id }) => id)).toEqual([]);
});

test('each correction that a slide names exists', () => {
  const ids = new Set(entries.map(({ id }) => id));
  expect([...corrected.keys()].filter((id) => !ids.has(id))).toEqual([]);
});
