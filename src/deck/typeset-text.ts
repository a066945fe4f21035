// Sets the prose of a slide in French typography, and leaves its code as it is.
import type { Element, Root } from 'hast';
import { typeset } from '../i18n/french-typography.ts';
import { attributeText, isElement, textOf } from './hast-tree.ts';

/** What stands in these is quoted to the letter. */
const LITERAL = new Set(['code', 'pre', 'kbd', 'samp', 'svg', 'math', 'textarea']);

/** Typesets every text node outside code, and the descriptions of pictures. */
export function typesetText(parent: Root | Element): void {
  const { children } = parent;
  children.forEach((child, index) => {
    if (child.type === 'text') {
      const before = children[index - 1];
      child.value = typesetBetween(before, child.value, children[index + 1]);
    } else if (isElement(child)) {
      if (child.tagName === 'img')
        child.properties.alt = typeset(attributeText(child.properties.alt));
      else if (!LITERAL.has(child.tagName)) typesetText(child);
    }
  });
}

type Sibling = Root['children'][number] | undefined;

/** A rule may need the character across an edge: `l'*API*`, `**20** octets`. */
function typesetBetween(before: Sibling, value: string, after: Sibling): string {
  const left = value.startsWith("'")
    ? edge(before, -1, /\p{L}/u)
    : value.startsWith(' ')
      ? edge(before, -1, /\d/)
      : '';
  const right = value.endsWith("'") ? edge(after, 0, /\p{L}/u) : '';
  return typeset(left + value + right).slice(left.length, right === '' ? undefined : -right.length);
}

/** The first or last character of an element, where it is of the kind that the rule looks for. */
function edge(sibling: Sibling, index: 0 | -1, kind: RegExp): string {
  const character = isElement(sibling) ? (textOf(sibling).at(index) ?? '') : '';
  return kind.test(character) ? character : '';
}
