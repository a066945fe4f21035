// Fills the custom elements of a slide at build: what an embed is, and where it may stand.
import type { Element, Properties, Root } from 'hast';
import { elementsOf, isElement } from './hast-tree.ts';
import * as messages from './messages.ts';
import type { Report } from './report.ts';

/** An interactive figure as the build sees it: the static form that stands in its element. */
export type Embed = {
  readonly title: string;
  /** @param attributes those of the element, under the names that the author wrote: `data-texte` */
  html(attributes: Readonly<Record<string, string>>): string;
};

/** Embeds by tag name: `demo-xor`. */
export type Embeds = Readonly<Record<string, Embed>>;

/** In HTML a custom element is known by its hyphen; SVG and MathML have a few of their own. */
const CUSTOM = /^[a-z][a-z0-9.]*-[-.\w]*$/;
const NOT_CUSTOM = new Set(['annotation-xml', 'color-profile', 'font-face', 'missing-glyph']);

const isCustom = (element: Element): boolean =>
  CUSTOM.test(element.tagName) &&
  !element.tagName.startsWith('font-face-') &&
  !NOT_CUSTOM.has(element.tagName);

/** Fills each custom element that `embeds` knows, in place; takes out, and reports, the others. */
export function fillEmbeds(root: Root, embeds: Embeds, report: Report): void {
  for (const paragraph of elementsOf(root)) promoteLoneElement(paragraph);
  fill(root, embeds, report);
}

function fill(parent: Root | Element, embeds: Embeds, report: Report): void {
  parent.children = parent.children.filter((child) => {
    if (!isElement(child)) return true;
    if (!isCustom(child)) {
      fill(child, embeds, report);
      return true;
    }
    const embed = Object.hasOwn(embeds, child.tagName) ? embeds[child.tagName] : undefined;
    if (embed === undefined) {
      report(messages.unknownEmbed(child.tagName), child.position?.start.line);
      return false;
    }
    child.children = [{ type: 'raw', value: embed.html(attributesOf(child.properties)) }];
    return true;
  });
}

/** An element alone in its paragraph takes its place: it holds tables and figures, a paragraph may not. */
function promoteLoneElement(paragraph: Element): void {
  if (paragraph.tagName !== 'p') return;
  const inside = paragraph.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const [only] = inside;
  if (inside.length !== 1 || !isElement(only) || !isCustom(only)) return;
  paragraph.tagName = only.tagName;
  paragraph.properties = only.properties;
  paragraph.children = only.children;
}

/** `dataTexte` in the tree is `data-texte` in the Markdown. */
function attributesOf(properties: Properties): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    const written =
      name === 'className'
        ? 'class'
        : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    attributes[written] = Array.isArray(value)
      ? value.join(' ')
      : value === true
        ? ''
        : String(value);
  }
  return attributes;
}
