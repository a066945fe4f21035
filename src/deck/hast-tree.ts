// Walks of an HTML syntax tree (hast) that several passes of the renderer share.
import type { Element, Nodes, Properties, Root } from 'hast';

export const isElement = (node: Nodes | undefined, tagName?: string): node is Element =>
  node?.type === 'element' && (tagName === undefined || node.tagName === tagName);

/** All the text under a node, in order. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** An attribute's value as it is written; empty where it is absent or has no text. */
export const attributeText = (value: Properties[string]): string =>
  typeof value === 'string' ? value : '';

/** Every element under `root`, parents first. */
export function* elementsOf(root: Root | Element): Generator<Element> {
  for (const child of root.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsOf(child);
  }
}
