// Gives a table only headings that say something: Markdown cannot write a table, or a corner, without one.
import type { Root } from 'hast';
import { elementsOf, isElement, textOf } from './hast-tree.ts';

/** Takes out a row of headings that is empty, makes a plain cell of an empty heading, and says that the others head a column. */
export function dropEmptyHeadings(root: Root): void {
  for (const table of elementsOf(root)) {
    if (table.tagName !== 'table') continue;
    table.children = table.children.filter(
      (part) => !isElement(part, 'thead') || textOf(part).trim() !== '',
    );
  }
  for (const cell of elementsOf(root)) {
    if (cell.tagName !== 'th') continue;
    if (cell.children.length === 0) cell.tagName = 'td';
    else cell.properties.scope = 'col';
  }
}
