// Links from checks to slides: none is dead, and a deck that lacks the slide gives none.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadDeck } from '../deck/load-deck.ts';
import { parseDeck } from '../deck/parse-deck.ts';
import { courseSlides, EXPLAINED, stepsBySlide } from './course-slides.ts';

const step = (id: string) => ({
  id,
  checks: ['C1', 'C2', 'C6'].map((check) => ({ id: check, title: check, rfc: null })),
});

const deckOf = (text: string) => parseDeck([{ path: 'a.md', text }]);

test('every slide that the table names is in the course’s deck', async () => {
  const deck = await loadDeck(fileURLToPath(new URL('../../slides', import.meta.url)));
  const titles = deck.chapters.flatMap((chapter) => chapter.slides.map((slide) => slide.title));
  const named = Object.values(EXPLAINED).flatMap(({ slide, checks }) => [
    slide,
    ...Object.values(checks ?? {}),
  ]);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((title) => !titles.includes(title))).toEqual([]);
});

test('courseSlides() gives each check its own slide, or its step’s', () => {
  const deck = deckOf('## La réponse du serveur\n\n\n\n## Refuser, c’est encore du HTTP');
  const slides = courseSlides(step('handshake/response'), deck);
  expect(slides.C1?.address).toBe('/cours/a/#la-reponse-du-serveur');
  expect(slides.C6?.title).toBe('Refuser, c’est encore du HTTP');
  expect(slides.C2, 'its slide is not in this deck').toBeUndefined();
});

test('courseSlides() gives nothing for a step that the table does not know', () => {
  expect(courseSlides(step('chat/rooms'), deckOf('## Une page'))).toEqual({});
});

test('stepsBySlide() leads from a section back to the steps that put it to work, in order', () => {
  const deck = deckOf('## La réponse du serveur\n\n\n\n## Une page');
  const steps = [step('handshake/response'), step('handshake/accept'), step('handshake/repair')];
  const found = stepsBySlide(steps, deck);
  expect([...found.keys()]).toEqual(['la-reponse-du-serveur']);
  expect(found.get('la-reponse-du-serveur')?.map(({ id }) => id)).toEqual([
    'handshake/response',
    'handshake/repair',
  ]);
});
