// Puts a slide's pictures inside the page: drawings as SVG that follows the theme, others as data URLs.
import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { Element, Root } from 'hast';
import { attributeText, elementsOf, isElement } from './hast-tree.ts';
import * as messages from './messages.ts';
import type { Report } from './report.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/**
 * Resolves the images of one slide, whose paths are relative to its Markdown file.
 *
 * @param file path of the Markdown file on disk
 */
export async function embedImages(root: Root, file: string, report: Report): Promise<void> {
  for (const paragraph of elementsOf(root)) promoteLonePicture(paragraph);
  const images = [...elementsOf(root)].filter((element) => isElement(element, 'img'));
  for (const image of images) await embedOrExplain(image, file, report);
}

/** A picture alone in its paragraph takes its place: it may become a figure, which no paragraph holds. */
function promoteLonePicture(paragraph: Element): void {
  const [only] = paragraph.children;
  if (paragraph.tagName !== 'p' || paragraph.children.length !== 1 || !isElement(only, 'img'))
    return;
  paragraph.tagName = 'img';
  paragraph.properties = only.properties;
  paragraph.children = [];
}

async function embedOrExplain(image: Element, file: string, report: Report): Promise<void> {
  const source = attributeText(image.properties.src);
  if (/^(?:[a-z]+:|\/)/i.test(source)) return;
  try {
    await embed(image, resolve(dirname(file), decodeURIComponent(source)));
  } catch {
    report(messages.absentImage(source), image.position?.start.line);
    replaceByText(image);
  }
}

async function embed(image: Element, path: string): Promise<void> {
  const bytes = await readFile(path);
  const type = TYPES[extname(path).toLowerCase()];
  if (extname(path).toLowerCase() !== '.svg') {
    if (type === undefined) throw new TypeError(`unknown image type: ${path}`);
    image.properties.src = `data:${type};base64,${bytes.toString('base64')}`;
    return;
  }
  const drawing = bytes
    .toString('utf8')
    .replace(/^\uFEFF?(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]*?-->\s*)*/, '');
  const { alt } = image.properties;
  image.tagName = 'figure';
  image.properties = {
    className: ['drawing'],
    role: 'img',
    ariaLabel: attributeText(alt),
    tabIndex: 0,
  };
  // The text inside the drawing is not read twice: its label says it in order.
  image.children = [{ type: 'raw', value: drawing.replace('<svg', '<svg aria-hidden="true"') }];
}

function replaceByText(image: Element): void {
  image.tagName = 'em';
  image.children = [{ type: 'text', value: attributeText(image.properties.alt) }];
  image.properties = {};
}
