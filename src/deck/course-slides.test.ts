// The course’s own slides keep to what a room can read, to French typography, and to the dialect without a warning.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SLIDE_EMBEDS } from '../layouts/slide-embeds.ts';
import { loadDeck } from './load-deck.ts';
import { renderDeck } from './render-deck.ts';
import { isSparse } from './slide-density.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../slides');
const deck = await renderDeck(await loadDeck(FOLDER), FOLDER, { embeds: SLIDE_EMBEDS });
const slides = deck.chapters.flatMap((chapter) => chapter.slides);

const MOST_WORDS = 40;
const MOST_CODE_LINES = 14;
const MOST_CODE_COLUMNS = 78;

const withoutTags = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
/** Demos have words of their own. */
const proseOf = (html: string): string =>
  withoutTags(
    html.replace(/<(pre|table|figure|code|kbd|samp|[a-z]+-[a-z-]+)\b[\s\S]*?<\/\1>/g, ' '),
  );
const wordsOf = (html: string): string[] => proseOf(html).match(/[\p{L}\d][^\s]*/gu) ?? [];
const codeOf = (html: string): string[] =>
  [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, code = '']) => withoutTags(code));

// Strict mode for our own slides: what would be a warning elsewhere fails here, with its file and line.
test('the deck is parsed and rendered without a warning', () => {
  expect(deck.warnings).toEqual([]);
});

test('every title of the source’s outline comes, in its order', () => {
  const outline = [
    /^WebSocket$/,
    /^Plan du cours$/,
    /^Plan$/,
    /protocole normalisé/,
    /requête du client/,
    /masque du client/,
    /du début à la fin/,
    /standard du WHATWG/,
    /Créer/,
    /état de la connexion/,
    /Côté client/,
    /Côté serveur/,
    /Servir la page/,
    /Diffuser/,
    /La page se connecte/,
    /origine.* au serveur/,
    /Questions/,
    /Travaux pratiques/,
  ];
  let from = 0;
  for (const title of outline) {
    const found = slides.findIndex((slide, index) => index >= from && title.test(slide.title));
    expect(found, String(title)).toBeGreaterThanOrEqual(from);
    from = found + 1;
  }
});

describe.each(slides.map((slide) => [slide.id, slide] as const))('%s', (_, slide) => {
  test('holds at most 40 words beside code and tables', () => {
    expect(wordsOf(slide.html).length).toBeLessThanOrEqual(MOST_WORDS);
  });

  test('holds code of at most 14 lines that fit the slide', () => {
    for (const code of codeOf(slide.html)) {
      const lines = code.split('\n');
      expect(lines.length).toBeLessThanOrEqual(MOST_CODE_LINES);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(MOST_CODE_COLUMNS);
    }
  });

  test('says in its notes what to say or ask, and how long it takes', () => {
    expect(slide.notes).toMatch(/\*\*(?:Dire|Demander|Faire)\*\*/);
    expect(slide.notes).toMatch(/\*\*Durée\*\*/);
  });

  test('is typeset in French', () => {
    const prose = proseOf(`${slide.html}\n${slide.notesHtml}`);
    expect(prose).not.toMatch(/'|\.\.\.|«(?!\u202f)|(?<!\u202f)»|[ \u00a0][;!?]|[ \u202f]:/);
  });
});

test('large type is kept for slides of a few words', () => {
  expect(slides.some((slide) => isSparse(slide))).toBe(true);
  expect(
    slides.filter((slide) => isSparse(slide)).every(({ html }) => !html.includes('<pre')),
  ).toBe(true);
});
