// Renders one piece of the dialect's Markdown to HTML, at build time: code colours, listings, embeds, pictures, typography.
import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { VFile } from 'vfile';
import { highlightBlocks, settleSteps } from './code-blocks.ts';
import { applyElementComments } from './element-comments.ts';
import { fillEmbeds } from './embeds.ts';
import type { Embeds } from './embeds.ts';
import { elementsOf, isElement } from './hast-tree.ts';
import * as messages from './messages.ts';
import type { Report } from './report.ts';
import { embedImages } from './slide-images.ts';
import { dropEmptyHeadings } from './table-headings.ts';
import { typesetText } from './typeset-text.ts';

export type MarkdownContext = {
  /** Path of the Markdown file on disk: pictures and listings are read beside it. */
  readonly file: string;
  /** What fills custom elements; without it every one of them is unknown. */
  readonly embeds?: Embeds;
  readonly report: Report;
};

/** Renders Markdown that has no `.slide` comment any more: a slide, its notes, or a part of them. */
export async function renderMarkdown(
  markdown: string,
  { file, embeds = {}, report }: MarkdownContext,
): Promise<string> {
  const tree = toHast(
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
    { allowDangerousHtml: true },
  );
  const root = asRoot(tree);
  // Before `raw`, which loses what a fence says after its language.
  await highlightBlocks(root, file, report);
  const html = asRoot(raw(root, { file: new VFile(markdown) }));
  applyElementComments(html, report);
  removeForbidden(html, report);
  fillEmbeds(html, embeds, report);
  for (const element of elementsOf(html)) {
    if (isElement(element, 'pre')) settleSteps(element, report);
  }
  dropEmptyHeadings(html);
  typesetText(html);
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
      report(messages.refusedTag(child.tagName), child.position?.start.line);
      return false;
    });
  }
  for (const element of elementsOf(root)) {
    const entries = Object.entries(element.properties);
    const admitted = entries.filter(([name]) => name !== 'style' && !/^on/i.test(name));
    if (admitted.length === entries.length) continue;
    for (const [name] of entries) {
      if (name in Object.fromEntries(admitted)) continue;
      report(messages.refusedAttribute(name), element.position?.start.line);
    }
    element.properties = Object.fromEntries(admitted);
  }
}
