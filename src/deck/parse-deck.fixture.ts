// Texts in the dialect, read as a deck; the trainers' own chapter among them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Deck, Slide } from './deck.ts';
import { parseDeck } from './parse-deck.ts';

export const SEED = readFileSync(
  path.join(import.meta.dirname, 'fixtures/06-websocket.md'),
  'utf8',
);
export const BREAK = '\n\n\n\n';

export const parse = (...texts: string[]): Deck =>
  parseDeck(texts.map((text, index) => ({ path: `${index}.md`, text })));
export const slidesOf = (text: string): readonly Slide[] =>
  parse(text).chapters.flatMap(({ slides }) => slides);
export const titlesOf = (text: string): string[] => slidesOf(text).map(({ title }) => title);
