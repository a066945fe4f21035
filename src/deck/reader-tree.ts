// HTML that the deck has rendered, as a tree and back: what the reader's pages rearrange.
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';

/** Parses a fragment: what would stand inside `<body>`. */
export function parseFragment(html: string): Root {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] });
  return tree.type === 'root' ? tree : { type: 'root', children: [tree] };
}

export const writeNodes = (nodes: readonly Nodes[]): string =>
  // A fragment has no doctype: all its nodes can be children of a root.
  toHtml({ type: 'root', children: [...nodes] as RootContent[] }, { allowDangerousHtml: true });

export const writeChildren = (parent: Root | Element): string => writeNodes(parent.children);

export const element = (
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children: [...children] });

export const isBlank = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';

/** The classes of an element, whichever of its two spellings the tree has. */
export function classesOf({ properties }: Element): readonly string[] {
  const value = properties.className ?? properties.class ?? [];
  return (Array.isArray(value) ? value : String(value).split(/\s+/)).map(String).filter(Boolean);
}
