// Messages as the server sends them, and the child of #messages that must show each.
import {
  childElements,
  fail,
  type PageElement,
  type Random,
  visibleTextOf,
} from '../../../src/grading/index.ts';
import { SHOWN } from './page-messages.ts';
import { elementOf } from './page-start.ts';

export type Received = { readonly auteur: string; readonly texte: string };

export function written({ auteur, texte }: Received): string {
  return JSON.stringify({ type: 'message', auteur, texte });
}

const NAMES = ['Ada', 'Grace', 'Zoé', 'Émile', 'Linus', 'Margaret'] as const;

/** A word that no page holds by itself. */
export function drawWord(random: Random): string {
  const letters = Array.from({ length: 6 }, () =>
    random.pick(Array.from('abcdefghijkmnpqrstuvwxyz')),
  );
  return `${letters.join('')}${random.integer(10, 99)}`;
}

export function drawMessage(random: Random): Received {
  return {
    auteur: `${random.pick(NAMES)}-${random.integer(100, 999)}`,
    texte: `bonjour ${drawWord(random)}`,
  };
}

/** Spaces that nobody sees: lines of HTML, indentation. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The child that shows `part` of a message; ends the check when none does. */
export function childThatShows(page: PageElement, part: string, sent: Received): PageElement {
  const list = elementOf(page, 'messages');
  const children = childElements(list);
  const found = children.filter((child) => visibleTextOf(child).includes(part));
  const [child] = found;
  if (child !== undefined && found.length === 1) return child;
  const expected = SHOWN.expected(sent.auteur, sent.texte);
  if (children.length === 0) {
    fail({ message: SHOWN.none(1), sent: written(sent), expected, hint: SHOWN.noneHint });
  }
  if (child !== undefined) {
    fail({
      message: SHOWN.several(found.length),
      sent: written(sent),
      expected,
      actual: shownList(children),
      hint: SHOWN.severalHint,
    });
  }
  fail({
    message: SHOWN.notFound,
    sent: written(sent),
    expected,
    actual: shownList(children),
    hint: SHOWN.notFoundHint,
  });
}

/** What the last children say, one a line. */
export function shownList(children: readonly PageElement[]): string {
  const last = children.slice(-3).map((child) => squeezed(visibleTextOf(child)));
  return last.length === 0 ? 'aucun enfant' : last.map((text) => `« ${text} »`).join('\n');
}
