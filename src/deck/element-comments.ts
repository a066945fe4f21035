// Gives the attributes of `<!-- .element: … -->` to the element that the comment follows, as reveal.js does.
import type { Element, Root, RootContent } from 'hast';
import * as messages from './messages.ts';
import type { Report } from './report.ts';
import { readCommentAttributes } from './slide-attributes.ts';

const ELEMENT_COMMENT = /^\s*\.element:([\s\S]*)$/;

/**
 * Applies and removes every comment; the target is the nearest element before it (`<br>` excepted),
 * else its parent. At the top of a slide with nothing before it, it has no target.
 */
export function applyElementComments(root: Root, report: Report): void {
  visit(root, undefined, report);
}

function visit(parent: Root | Element, element: Element | undefined, report: Report): void {
  let previous = element;
  const kept: RootContent[] = [];
  for (const child of parent.children) {
    const source = child.type === 'comment' ? ELEMENT_COMMENT.exec(child.value)?.[1] : undefined;
    if (source !== undefined) {
      const line = child.position?.start.line;
      if (previous === undefined) report(messages.elementWithoutTarget(), line);
      else {
        setAttributes(previous, source, (message) => {
          report(message, line);
        });
      }
      continue;
    }
    kept.push(child);
    if (child.type !== 'element') continue;
    visit(child, child, report);
    if (child.tagName !== 'br') previous = child;
  }
  // Children of an Element can only be what they already were.
  parent.children = kept;
}

function setAttributes(element: Element, source: string, report: Report): void {
  const { classes, attributes, refused } = readCommentAttributes(source);
  for (const name of refused) report(messages.refusedAttribute(name));
  if (classes.length > 0) {
    const before = element.properties.className ?? element.properties.class ?? [];
    delete element.properties.class;
    element.properties.className = [
      ...(Array.isArray(before) ? before.map(String) : String(before).split(' ')),
      ...classes,
    ];
  }
  for (const [name, value] of Object.entries(attributes)) {
    element.properties[propertyName(name)] = value;
  }
}

/** hast writes `data-line-numbers` as `dataLineNumbers`. */
const propertyName = (name: string): string =>
  /^(?:data|aria)-/.test(name)
    ? name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name;
