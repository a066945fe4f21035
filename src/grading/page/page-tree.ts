// A student's page as the realm wrote it down: elements and texts, judged here, where no code of theirs runs.
import * as v from 'valibot';

export type PageElement = {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  /** Child elements, of which `children` may hold fewer: what has no end is not written down to its end. */
  readonly count: number;
  /** Of a field: what is typed in it. */
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Of a host: what its shadow root holds, in the place of its children where those are not slotted. */
  readonly shadow?: readonly (PageElement | string)[] | undefined;
  readonly children: readonly (PageElement | string)[];
};

const nodesSchema: v.GenericSchema<readonly (PageElement | string)[]> = v.array(
  v.union([v.string(), v.lazy(() => elementSchema)]),
);

const elementSchema: v.GenericSchema<PageElement> = v.object({
  name: v.string(),
  attributes: v.array(v.tuple([v.string(), v.string()])),
  count: v.number(),
  value: v.optional(v.string()),
  disabled: v.optional(v.boolean()),
  shadow: v.optional(nodesSchema),
  children: nodesSchema,
});

/** Throws a plain Error for a text that is no page: the realm has been spoiled. */
export function parsePage(json: string): PageElement {
  return v.parse(elementSchema, JSON.parse(json));
}

/** The element itself first, then all that it holds, in the order of the document; shadow roots before children. */
export function* elementsOf(element: PageElement): Generator<PageElement> {
  yield element;
  for (const child of element.shadow ?? []) if (typeof child !== 'string') yield* elementsOf(child);
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

export function attributeOf(element: PageElement, name: string): string | null {
  return element.attributes.find(([key]) => key === name)?.[1] ?? null;
}

/** As `getElementById`: what a shadow root holds has names of its own. */
export function elementById(page: PageElement, id: string): PageElement | null {
  if (attributeOf(page, 'id') === id) return page;
  for (const child of childElements(page)) {
    const found = elementById(child, id);
    if (found !== null) return found;
  }
  return null;
}

/** The element and those that hold it, itself first; empty when it is not in `page`. */
export function ancestry(page: PageElement, wanted: PageElement): readonly PageElement[] {
  if (page === wanted) return [page];
  for (const child of page.children) {
    if (typeof child === 'string') continue;
    const chain = ancestry(child, wanted);
    if (chain.length > 0) return [...chain, page];
  }
  return [];
}

export function childElements(element: PageElement): readonly PageElement[] {
  return element.children.filter((child): child is PageElement => typeof child !== 'string');
}

/** What begins a line of its own in every browser. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 ' +
    'header li main menu nav ol p pre section ul'
  ).split(' '),
);
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);

/** What can be read of it: `<br>` breaks a line, as does a paragraph between two others. */
export function visibleTextOf(element: PageElement | string): string {
  return textOf(element, null);
}

/** `host`: that of the shadow root in which the element is, whose children take the place of a `<slot>`. */
function textOf(element: PageElement | string, host: PageElement | null): string {
  if (typeof element === 'string') return element;
  if (SILENT.has(element.name)) return '';
  if (element.name === 'br') return '\n';
  if (element.shadow !== undefined) return textOfAll(element.shadow, element);
  const slotted = element.name === 'slot' && host !== null ? slottedIn(element, host) : [];
  return slotted.length > 0 ? textOfAll(slotted, null) : textOfAll(element.children, host);
}

function textOfAll(children: PageElement['children'], host: PageElement | null): string {
  let text = '';
  for (const child of children) {
    const isBlock = typeof child !== 'string' && BLOCKS.has(child.name);
    if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
    text += textOf(child, host);
  }
  return text;
}

function slottedIn(slot: PageElement, host: PageElement): PageElement['children'] {
  const name = attributeOf(slot, 'name') ?? '';
  return host.children.filter(
    (child) => (typeof child === 'string' ? '' : (attributeOf(child, 'slot') ?? '')) === name,
  );
}

/** The tag as it would be written: `<img src="x" onerror="…">`. */
export function tagOf({ name, attributes }: PageElement): string {
  const written = attributes.map(([key, value]) => (value === '' ? key : `${key}="${value}"`));
  const tag = `<${[name, ...written].join(' ')}>`;
  return tag.length > 120 ? `${tag.slice(0, 119)}…` : tag;
}
