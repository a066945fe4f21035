// Shows what the student's code printed, each line linked to the line that printed it.
import type { ConsoleLine } from '../evidence/evidence.ts';
import { fr } from '../i18n/fr.ts';
import { element } from './element.ts';
import { placeLink, type GoTo } from './verdict-view.ts';

/** The realm caps what it sends; a page with thousands of rows would still be slow to lay out. */
const MAX_LINES = 200;

export function consoleItems(lines: readonly ConsoleLine[], goTo: GoTo): HTMLLIElement[] {
  const items = lines.slice(0, MAX_LINES).map((line) => consoleItem(line, goTo));
  const hidden = lines.length - items.length;
  if (hidden > 0) items.push(element('li', { class: 'console-more' }, fr.console.more(hidden)));
  return items;
}

function consoleItem(line: ConsoleLine, goTo: GoTo): HTMLLIElement {
  const level = fr.console.levels[line.level];
  return element(
    'li',
    { class: 'console-line', 'data-level': line.level },
    level === '' ? null : element('span', { class: 'console-level' }, level),
    element('code', { class: 'console-text' }, line.text),
    line.location === null
      ? null
      : placeLink(line.location, goTo, fr.console.line(line.location.line)),
  );
}
