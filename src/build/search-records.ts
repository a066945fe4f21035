// What the search finds: one record for each section, term, erratum and step, read from the built pages.
import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { attributeText, elementsOf, isElement, textOf } from '../deck/hast-tree.ts';
import { classesOf } from '../deck/reader-tree.ts';

export type SearchRecord = {
  readonly address: string;
  readonly title: string;
  /** Where it is: the chapter, « Glossaire », « Labo 1.3 ». */
  readonly place: string;
  /** Plain text. */
  readonly text: string;
};

/** Not read aloud, or said by every record: numbers of lines, names of buttons. */
const LEFT_OUT = new Set(['script', 'style', 'svg', 'button', 'nav']);
const LEFT_OUT_CLASSES = new Set([
  'course-heading',
  'course-foot',
  'course-trap-name',
  'erratum-foot',
  'step-facts',
  'step-title',
]);

/** The records of one built page. @param pathname `/cours/masque/` */
export function searchRecords(pathname: string, html: string): readonly SearchRecord[] {
  const page = raw({ type: 'root', children: [{ type: 'raw', value: html }] });
  if (page.type !== 'root') return [];
  const title = textOf(find(page, ({ tagName }) => tagName === 'h1') ?? page).trim();
  const within = (test: (element: Element) => boolean): readonly Element[] =>
    [...elementsOf(page)].filter(test);

  if (pathname === '/cours/glossaire/') {
    return within((one) => classesOf(one).includes('glossary-term')).map((term) => {
      const english = find(term, ({ properties }) => properties.lang === 'en');
      const meaning = find(term, ({ tagName }) => tagName === 'dd');
      const name = find(term, ({ tagName }) => tagName === 'dt');
      const french = name?.children[0];
      return record(
        `${pathname}#${idOf(term)}`,
        french === undefined ? '' : textOf(french),
        title,
        [english, meaning].filter((part) => part !== undefined),
      );
    });
  }
  if (pathname.startsWith('/cours/')) {
    return within((one) => one.properties.dataSection !== undefined).map((section) => {
      const id = attributeText(section.properties.dataSection);
      const name = attributeText(section.properties.dataLabel);
      return record(`${pathname}#${id}`, name, title, [section]);
    });
  }
  if (pathname === '/errata/') {
    return within((one) => classesOf(one).includes('erratum')).map((entry) =>
      record(`${pathname}#${idOf(entry)}`, idOf(entry).toUpperCase().replace('-', '.'), title, [
        entry,
      ]),
    );
  }
  const [, number, name = ''] = /^(\d+\.\d+) ([\s\S]+)$/.exec(title) ?? [];
  const instructions = find(page, (one) => classesOf(one).includes('instructions'));
  if (number === undefined || instructions === undefined) return [];
  return [record(pathname, name, `Labo ${number}`, [instructions])];
}

function record(
  address: string,
  title: string,
  place: string,
  parts: readonly Element[],
): SearchRecord {
  return { address, title: title.trim(), place, text: parts.map(textOfPart).join(' ') };
}

const find = (parent: Root | Element, test: (element: Element) => boolean): Element | undefined =>
  [...elementsOf(parent)].find(test);

const idOf = (one: Element): string => attributeText(one.properties.id);

/** The words of an element; those of two blocks never run together. */
function textOfPart(one: Element | undefined): string {
  if (one === undefined) return '';
  return collect(one).replace(/\s+/g, ' ').trim();
}

function collect(one: Element): string {
  return one.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (!isElement(child) || LEFT_OUT.has(child.tagName)) return '';
      if (classesOf(child).some((name) => LEFT_OUT_CLASSES.has(name))) return '';
      const text = collect(child);
      return INLINE.has(child.tagName) ? text : ` ${text} `;
    })
    .join('');
}

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'kbd',
  'q',
  'samp',
  'span',
  'strong',
  'sub',
  'sup',
]);
