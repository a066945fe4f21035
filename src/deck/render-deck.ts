// Renders a parsed deck to HTML, at build time: each slide and its notes.
import { resolve } from 'node:path';
import { DeckError } from './deck.ts';
import type { Chapter, Deck, DeckWarning, Slide } from './deck.ts';
import type { Embeds } from './embeds.ts';
import * as messages from './messages.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { Report } from './report.ts';

export type RenderedSlide = Slide & {
  readonly html: string;
  readonly notesHtml: string;
  /** Tag names of the embeds that the slide holds. */
  readonly embeds: readonly string[];
};
export type RenderedChapter = Omit<Chapter, 'slides'> & {
  readonly slides: readonly RenderedSlide[];
};
export type RenderedDeck = {
  readonly chapters: readonly RenderedChapter[];
  /** Those of the parser, then those that only rendering can see. */
  readonly warnings: readonly DeckWarning[];
};

export type RenderOptions = {
  /** What fills the custom elements of the slides. */
  readonly embeds?: Embeds;
  /** Refuses a deck that has any warning. */
  readonly strict?: boolean;
};

/**
 * Renders every slide of a deck.
 *
 * @param folder where `slides.json` is; pictures and listings are read beside the Markdown file
 * @throws DeckError `DECK_STRICT` in strict mode, when there is anything to warn about
 */
export async function renderDeck(
  deck: Deck,
  folder: string,
  { embeds = {}, strict = false }: RenderOptions = {},
): Promise<RenderedDeck> {
  const warnings = [...deck.warnings];
  const chapters: RenderedChapter[] = [];
  for (const chapter of deck.chapters) {
    const slides: RenderedSlide[] = [];
    for (const slide of chapter.slides) {
      const reportFrom =
        (first: number): Report =>
        (message, line = 1) =>
          warnings.push({ file: slide.file, line: first + line - 1, message });
      const context = { file: resolve(folder, slide.file), embeds };
      const html = await renderMarkdown(withHeading(slide), {
        ...context,
        report: reportFrom(slide.markdownLine),
      });
      const notesHtml = await renderMarkdown(slide.notes, {
        ...context,
        report: reportFrom(slide.notesLine),
      });
      const held = Object.keys(embeds).filter((tag) => new RegExp(`<${tag}[\\s>]`).test(html));
      slides.push({ ...slide, html, notesHtml, embeds: held });
    }
    chapters.push({ ...chapter, slides });
  }
  if (strict && warnings.length > 0) {
    throw new DeckError('DECK_STRICT', messages.strictFailure(warnings));
  }
  return { chapters, warnings };
}

/** A slide made of its class alone says what it is. */
const withHeading = (slide: Slide): string =>
  slide.markdown === '' && slide.title !== messages.UNTITLED ? `## ${slide.title}` : slide.markdown;
