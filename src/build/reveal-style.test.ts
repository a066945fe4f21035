import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { shownRevealStyle } from './reveal-style.ts';

const WHOLE = readFileSync(createRequire(import.meta.url).resolve('reveal.js/reveal.css'), 'utf8');

test('a rule goes when each of its selectors names something that is never shown', () => {
  const css =
    '.reveal.cube .slides,.reveal.page .slides{margin:0}.reveal.cube a,.reveal a{margin:1px}';
  expect(shownRevealStyle(css)).toBe('.reveal.cube a,.reveal a{margin:1px}');
});

test('a selector that only excludes what is never shown stays', () => {
  const css = '.reveal:not(.rtl,.x) .controls{top:0}';
  expect(shownRevealStyle(css)).toBe(css);
});

test('inside @media rules are judged one by one; what is for print goes whole', () => {
  const css =
    '@media screen and (width>=1px){.r-overlay{top:0}.reveal{top:1px}}@media print{.reveal{top:2px}}@media screen{.r-overlay{top:0}}';
  expect(shownRevealStyle(css)).toBe('@media screen and (width>=1px){.reveal{top:1px}}');
});

test.each([
  '.reveal .slides>section.present',
  '.reveal.fade .slides section:not([data-transition])',
  '.reveal .controls .navigate-right',
  '.reveal .progress span',
  '.reveal.paused .pause-overlay',
  '.reveal.overview .slides section',
  '.reveal .fragment.visible',
  '.reveal .backgrounds',
  '.reveal .speaker-notes{',
])('of the style sheet of reveal.js, « %s » stays', (selector) => {
  expect(WHOLE).toContain(selector);
  expect(shownRevealStyle(WHOLE)).toContain(selector);
});

test('its transitions, previews and notes go: more than half of the sheet', () => {
  const shown = shownRevealStyle(WHOLE);
  expect(shown).not.toMatch(/\.reveal\.cube|\.r-overlay-spinner|\.reveal\.convex|\.speaker-notes:/);
  expect(shown.length).toBeLessThan(WHOLE.length / 2);
});
