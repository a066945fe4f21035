// The course's deck, read and rendered once for all the pages that show it.
import path from 'node:path';
import { PROJECT_ROOT } from './project-root.ts';
import { loadDeck } from '../deck/load-deck.ts';
import { renderDeck } from '../deck/render-deck.ts';
import type { RenderedDeck } from '../deck/render-deck.ts';
// What the figures look like, for the pages that show them: others render the deck only to count it.
import '../styles/demos/demo.css';
import '../styles/support-table.css';
import { SLIDE_EMBEDS } from './slide-embeds.ts';

let rendered: Promise<RenderedDeck> | undefined;

/** What the author should mend is said once, by the build. */
export function courseDeck(): Promise<RenderedDeck> {
  rendered ??= render();
  return rendered;
}

async function render(): Promise<RenderedDeck> {
  const folder = path.join(PROJECT_ROOT, 'slides');
  const deck = await renderDeck(await loadDeck(folder), folder, { embeds: SLIDE_EMBEDS });
  for (const { file, line, message } of deck.warnings) {
    console.warn(`slides/${file}, ligne ${line}\u00a0: ${message}`);
  }
  return deck;
}
