// The corrections: every one of the review is there, quotes the 2013 deck to the letter, and cites a source.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDeck } from '../deck/parse-deck.ts';
import { BrokenCourse } from './broken-course.ts';
import { loadErrata, parseErrata } from './errata.ts';
import { slidesByErratum } from './errata-slides.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const slides = await loadErrata(ROOT);
const entries = slides.flatMap((slide) => slide.entries);

/** How many corrections the review of each slide of 2013 counts; 0 is the whole deck. */
const COUNTS = [9, 1, 4, 3, 7, 9, 7, 3, 8, 12, 5, 8, 8, 8, 11, 8, 7, 2];

/** Spaces of any kind are one space: the original mixes them. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const original = plain(readFileSync(path.join(ROOT, 'src/deck/fixtures/06-websocket.md'), 'utf8'));

describe('slides/errata.yaml', () => {
  test('has every correction of every slide, numbered without a gap', () => {
    expect(slides.map(({ number }) => number)).toEqual(COUNTS.map((_, index) => index));
    const wanted = COUNTS.flatMap((count, slide) =>
      Array.from({ length: count }, (_, index) => `E${slide}.${index + 1}`),
    );
    expect(entries.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    expect(entries.filter(({ starred }) => starred)).toHaveLength(35);
  });

  test.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s quotes the 2013 deck to the letter',
    (_, { quotes, code }) => {
      const lines = (code ?? '').split('\n').map((line) => line.trim());
      for (const quote of [...quotes, ...lines]) expect(original).toContain(plain(quote));
    },
  );

  test('puts the starred ones first in each slide', () => {
    for (const { entries: own } of slides) {
      const stars = own.map(({ starred }) => starred);
      expect(stars).toEqual(stars.toSorted((one, other) => Number(other) - Number(one)));
    }
  });

  test('says what is right in a few words, not in the words of 2013', () => {
    for (const { id, right } of entries) {
      expect(right.split(/\s+/).length, id).toBeLessThanOrEqual(70);
      expect(right, id).not.toMatch(/\bchatsuperchat\b|sera sous la forme/);
    }
  });
});

describe('parseErrata()', () => {
  const entry = (lines: string): string =>
    `- slide: S5\n  title: Un titre\n  entries:\n    - ${lines.replaceAll('\n', '\n      ')}\n`;
  const WHOLE = 'id: E5.1\nkinds: [faux]\nnote: Rien\nright: Tout\nsources: [RFC 6455]';

  test('reads an entry, with its anchor', () => {
    expect(parseErrata(entry(WHOLE))[0]?.entries[0]).toEqual({
      id: 'E5.1',
      anchor: 'e5-1',
      kinds: ['faux'],
      starred: false,
      quotes: [],
      code: null,
      note: 'Rien',
      right: 'Tout',
      sources: ['RFC 6455'],
    });
  });

  test.each([
    ['an unknown kind', WHOLE.replace('faux', 'laid'), 'un genre est l’un de'],
    ['no kind', WHOLE.replace('[faux]', '[]'), 'au moins un genre'],
    ['no source', WHOLE.replace('[RFC 6455]', '[]'), 'au moins une source'],
    ['nothing of 2013', WHOLE.replace('note: Rien\n', ''), 'ce que disait le support'],
    ['another slide’s number', WHOLE.replace('E5.1', 'E6.1'), 'rangé sous la diapo S5'],
    ['a made-up id', WHOLE.replace('E5.1', 'E5.01'), '« E5.1 »'],
    ['an unknown key', `${WHOLE}\nlien: x`, 'clé inconnue'],
    ['text that is not YAML', 'id: [', 'YAML illisible'],
  ])('refuses %s with a sentence that names the file', (_, lines, reason) => {
    const act = (): unknown => parseErrata(entry(lines));
    expect(act).toThrow(BrokenCourse);
    expect(act).toThrow(reason);
    expect(act).toThrow('slides/errata.yaml');
  });

  test('refuses an id that serves twice', () => {
    const twice = entry(WHOLE) + entry(WHOLE);
    expect(() => parseErrata(twice)).toThrow('« E5.1 » sert deux fois');
  });
});

describe('slidesByErratum()', () => {
  test('gives each erratum the slides that name it', () => {
    const deck = parseDeck([
      {
        path: 'a.md',
        text: '<!-- .slide: data-errata="E5.1 E5.3" -->\n## Une page\n\n\n\n<!-- .slide: data-errata="E5.1" -->\n## Une autre\n\n\n\n## Sans rien',
      },
    ]);
    const found = slidesByErratum(deck);
    expect(found.get('E5.1')?.map(({ title }) => title)).toEqual(['Une page', 'Une autre']);
    expect(found.get('E5.3')).toEqual([{ title: 'Une page', address: '/cours/a/#une-page' }]);
    expect([...found.keys()]).toEqual(['E5.1', 'E5.3']);
  });
});
