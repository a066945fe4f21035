// Tells the slides whose few words can be set large from those that need the ordinary size.
import type { RenderedSlide } from './render-deck.ts';

/** What fills a slide by itself, or has a size of its own. */
const DENSE = /<(?:pre|table|figure|img|div)\b/;
/** At 40 px a line holds about 50 characters, and eight lines fill the slide. */
const LINE_CHARACTERS = 50;
const MOST_LINES = 7;

export function isSparse({ html, classes }: RenderedSlide): boolean {
  if (DENSE.test(html) || classes.some((name) => name.startsWith('page-'))) return false;
  const blocks = html.match(/<(p|li)>[\s\S]*?(?=<\/?(?:p|li|ul|ol)\b)/g) ?? [];
  const lines = blocks.map((block) =>
    Math.ceil(block.replace(/<[^>]*>/g, '').trim().length / LINE_CHARACTERS),
  );
  return lines.reduce((sum, count) => sum + count, 0) <= MOST_LINES;
}
