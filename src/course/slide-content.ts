// A slide's HTML made fit to be read in a page: its title apart, nothing that only a stage needs, links to where things are read.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attributeText, elementsOf, isElement, textOf } from '../deck/hast-tree.ts';
import { classesOf, element, isBlank, parseFragment, writeNodes } from '../deck/reader-tree.ts';
import { courseWords } from '../i18n/course.ts';

export type ContentContext = {
  /** Plain text of the slide's title, which names its tables and drawings. */
  readonly title: string;
  /** Where a slide is read, by its id. */
  readonly addresses: ReadonlyMap<string, string>;
};

export type SlideContent = {
  /** Inside its heading; empty where the slide has none. */
  readonly titleHtml: string;
  readonly html: string;
};

/** Classes that mean something to reveal.js or to a slide's grid, and nothing on a page. */
const STAGE_CLASSES = new Set([
  'fragment',
  'is-short',
  'is-numbered',
  'left',
  'right',
  'r-stretch',
]);
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

export function readSlideContent(slideHtml: string, context: ContentContext): SlideContent {
  const root = parseFragment(slideHtml);
  const title = takeTitle(root);
  root.children = withoutColumns(root.children);
  for (const one of elementsOf(root)) clean(one, context);
  root.children = root.children.flatMap((child) => readable(child, context));
  return {
    titleHtml: title === undefined ? '' : writeNodes(withoutLinks(title.children)),
    html: writeNodes(root.children).trim(),
  };
}

/** Notes, prose: the same cleaning, no title to take. */
export function readProse(html: string, context: ContentContext): string {
  const root = parseFragment(html);
  for (const one of elementsOf(root)) clean(one, context);
  return writeNodes(root.children.flatMap((child) => readable(child, context))).trim();
}

/** The first heading, wherever the author put it, taken out of the tree. */
function takeTitle(parent: Root | Element): Element | undefined {
  for (const [index, child] of parent.children.entries()) {
    if (!isElement(child)) continue;
    if (HEADINGS.includes(child.tagName)) {
      parent.children.splice(index, 1);
      return child;
    }
    const found = takeTitle(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A title is itself the text of links. */
const withoutLinks = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child) => {
    if (!isElement(child)) return [child];
    const inner = withoutLinks(child.children);
    return child.tagName === 'a' ? inner : [{ ...child, children: inner }];
  });

/** Two columns of a slide follow each other on a page. */
function withoutColumns(children: readonly RootContent[]): RootContent[] {
  return children.flatMap((child) => {
    const isColumn =
      isElement(child, 'div') && classesOf(child).some((name) => /^(?:left|right)$/.test(name));
    return isColumn ? withoutColumns(child.children) : [child];
  });
}

function clean(one: Element, { addresses }: ContentContext): void {
  const classes = classesOf(one).filter((name) => !STAGE_CLASSES.has(name));
  delete one.properties.class;
  delete one.properties.className;
  if (classes.length > 0) one.properties.className = classes;
  delete one.properties.dataSteps;
  delete one.properties.dataFragmentIndex;
  // The page has its title, and the slide has given it.
  if (one.tagName === 'h1' || one.tagName === 'h2') one.tagName = 'h3';
  if (one.tagName === 'table') dropEmptyHead(one);
  // The corner of a table names nothing.
  if (one.tagName === 'th' && textOf(one).trim() === '') one.tagName = 'td';
  if (one.tagName === 'a') {
    const target = /^#\/(.+)$/.exec(attributeText(one.properties.href))?.[1];
    const address = target === undefined ? undefined : addresses.get(target);
    if (address !== undefined) one.properties.href = address;
  }
}

/** Markdown demands a head of every table: one without words is no head. */
function dropEmptyHead(table: Element): void {
  table.children = table.children.filter(
    (child) => !(isElement(child, 'thead') && textOf(child).trim() === ''),
  );
}

function readable(child: RootContent, { title }: ContentContext): RootContent[] {
  if (isBlank(child) || child.type === 'comment') return [];
  if (isElement(child, 'table')) return [scrollable(child, title)];
  if (isElement(child, 'figure') && classesOf(child).includes('drawing'))
    return [described(child, title)];
  return [child];
}

/** What may be wider than a phone scrolls by itself, and the keyboard reaches it. */
const scrollable = (table: Element, title: string): Element =>
  element(
    'div',
    {
      className: ['course-table'],
      role: 'group',
      ariaLabel: courseWords.section.table(title),
      tabIndex: 0,
    },
    [table],
  );

/** A drawing is followed by its description, for those who see it too small or not at all. */
function described(figure: Element, title: string): Element {
  const description = attributeText(figure.properties.ariaLabel);
  const picture = element(
    'div',
    {
      className: ['drawing'],
      role: 'img',
      ariaLabel: description === '' ? title : courseWords.section.drawing(title),
      tabIndex: 0,
    },
    figure.children,
  );
  if (description === '') return element('figure', { className: ['course-figure'] }, [picture]);
  const text = (value: string): ElementContent => ({ type: 'text', value });
  return element('figure', { className: ['course-figure'] }, [
    picture,
    element('figcaption', {}, [
      element('details', {}, [
        element('summary', {}, [text(courseWords.section.describe)]),
        element('p', {}, [text(description)]),
      ]),
    ]),
  ]);
}
