// The course’s own slides keep to what a room can read, to French typography, and to code that parses.
import path from 'node:path';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { SLIDE_EMBEDS } from '../layouts/slide-embeds.ts';
import { loadDeck } from './load-deck.ts';
import { renderDeck } from './render-deck.ts';
import { isSparse } from './slide-density.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../slides');
const deck = await renderDeck(await loadDeck(FOLDER, { strict: true }), FOLDER, {
  embeds: SLIDE_EMBEDS,
});
const slides = deck.chapters.flatMap((chapter) => chapter.slides);

const MOST_WORDS = 40;
const MOST_CODE_LINES = 14;
const MOST_CODE_COLUMNS = 78;

const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, ' ');
const wordsOf = (html: string): string[] =>
  withoutTags(html.replace(/<(pre|table|figure)[\s\S]*?<\/\1>/g, ' ')).match(/[\p{L}\d][^\s]*/gu) ??
  [];
const codeOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map(([, code = '']) => code.trimEnd());
const proseOf = (markdown: string): string =>
  markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`]*`/g, '')
    .replace(/<[^>]*>|\]\([^)]*\)/g, '');

test('the deck renders without a warning', () => {
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
    for (const code of codeOf(slide.markdown)) {
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
    const prose = proseOf(`${slide.markdown}\n${slide.notes}`);
    expect(prose).not.toMatch(/'|\.\.\.|«(?!\u202f)|(?<!\u202f)»|[ \u00a0][;!?]|[ \u202f]:/);
  });
});

describe('the code on the slides', () => {
  const listings = slides.flatMap(({ markdown }) =>
    [...markdown.matchAll(/^```js[^\n]*?(?:title="([^"]*)")?\n([\s\S]*?)^```/gm)].map(
      ([, title = '', code = '']) => ({ title, code }),
    ),
  );

  test.each(['serveur.js', 'chat.html'])('of %s is one program that parses', (title) => {
    const program = listings
      .filter((listing) => listing.title === title)
      .map(({ code }) => code)
      .join('\n');
    expect(program.length).toBeGreaterThan(0);
    expect(() => parse(program, { ecmaVersion: 'latest', sourceType: 'module' })).not.toThrow();
  });

  test('parses, block by block', () => {
    for (const { code } of listings) {
      expect(() => parse(code, { ecmaVersion: 'latest', sourceType: 'module' })).not.toThrow();
    }
  });
});

test('large type is kept for slides of a few words', () => {
  expect(slides.some((slide) => isSparse(slide))).toBe(true);
  expect(
    slides.filter((slide) => isSparse(slide)).every(({ html }) => !html.includes('<pre')),
  ).toBe(true);
});
