// Renders a parsed deck to HTML, at build time: Markdown, code colours, drawings, notes.
import { resolve } from 'node:path';
import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { highlightBlocks, settleSteps } from './code-blocks.ts';
import type { Chapter, Deck, DeckWarning, Slide } from './deck.ts';
import { applyElementComments } from './element-comments.ts';
import { elementsOf, isElement } from './hast-tree.ts';
import * as messages from './messages.ts';
import { embedImages } from './slide-images.ts';

export type RenderedSlide = Slide & { readonly html: string; readonly notesHtml: string };
export type RenderedChapter = Omit<Chapter, 'slides'> & {
  readonly slides: readonly RenderedSlide[];
};
export type RenderedDeck = {
  readonly chapters: readonly RenderedChapter[];
  /** Those of the parser, then those that only rendering can see. */
  readonly warnings: readonly DeckWarning[];
};

type Report = (message: string) => void;

/**
 * Renders every slide of a deck.
 *
 * @param folder where `slides.json` is; pictures are read beside the Markdown file that shows them
 */
export async function renderDeck(deck: Deck, folder: string): Promise<RenderedDeck> {
  const warnings = [...deck.warnings];
  const chapters: RenderedChapter[] = [];
  for (const chapter of deck.chapters) {
    const slides: RenderedSlide[] = [];
    for (const slide of chapter.slides) {
      const report: Report = (message) =>
        warnings.push({ file: slide.file, line: slide.line, message });
      const file = resolve(folder, slide.file);
      slides.push({
        ...slide,
        html: await renderMarkdown(withHeading(slide), file, report),
        notesHtml: slide.notes === '' ? '' : await renderMarkdown(slide.notes, file, report),
      });
    }
    chapters.push({ ...chapter, slides });
  }
  return { chapters, warnings };
}

/** A slide made of its class alone says what it is. */
const withHeading = (slide: Slide): string =>
  slide.markdown === '' && slide.title !== messages.UNTITLED ? `## ${slide.title}` : slide.markdown;

async function renderMarkdown(markdown: string, file: string, report: Report): Promise<string> {
  const tree = toHast(
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
    { allowDangerousHtml: true },
  );
  const root = asRoot(tree);
  // Before `raw`, which loses what a fence says after its language.
  await highlightBlocks(root, report);
  const html = asRoot(raw(root));
  applyElementComments(html, report);
  removeForbidden(html, report);
  for (const element of elementsOf(html)) {
    if (isElement(element, 'pre')) settleSteps(element, report);
  }
  await embedImages(html, file, report);
  return toHtml(html, { allowDangerousHtml: true });
}

const asRoot = (tree: Nodes): Root =>
  tree.type === 'root' ? tree : { type: 'root', children: [tree] };

const FORBIDDEN_TAGS = new Set(['script', 'style', 'link', 'meta', 'base', 'object', 'embed']);

/** Takes out what the site's Content-Security-Policy would refuse, and says so to the author. */
function removeForbidden(root: Root, report: Report): void {
  for (const parent of [root, ...elementsOf(root)]) {
    parent.children = parent.children.filter((child) => {
      if (!isElement(child) || !FORBIDDEN_TAGS.has(child.tagName)) return true;
      report(messages.refusedTag(child.tagName));
      return false;
    });
  }
  for (const element of elementsOf(root)) {
    const entries = Object.entries(element.properties);
    const admitted = entries.filter(([name]) => name !== 'style' && !/^on/i.test(name));
    if (admitted.length === entries.length) continue;
    for (const [name] of entries) {
      if (!(name in Object.fromEntries(admitted))) report(messages.refusedAttribute(name));
    }
    element.properties = Object.fromEntries(admitted);
  }
}
