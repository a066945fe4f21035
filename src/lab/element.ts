// Builds DOM nodes from values; text is always set as text, since much of it comes from the student's code.

type Attributes = Readonly<Record<string, string | boolean | null>>;

/** `null` and `false` leave an attribute out, `true` sets it empty; `null` children are skipped. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** The one element that the page's template promises; its absence is our mistake. */
export function find<Type extends Element>(
  root: ParentNode,
  selector: string,
  type: abstract new () => Type,
): Type {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${selector}`);
}
