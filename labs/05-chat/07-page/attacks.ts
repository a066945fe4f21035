// What a stranger writes to get out of the text: each names its marks, so that nothing else of the page is accused.
import {
  attributeOf,
  elementsOf,
  fail,
  type PageElement,
  type Random,
  tagOf,
  visibleTextOf,
} from '../../../src/grading/index.ts';
import { ATTACK } from './page-messages.ts';
import { elementOf } from './page-start.ts';
import { drawMessage, drawWord, type Received, written } from './received.ts';

export type Place = 'text' | 'author';

export type Attack = {
  readonly message: Received;
  /** What must be read as it is. */
  readonly payload: string;
  /** In the name of every element and attribute that it would create. */
  readonly mark: string;
};

/** `quoted`: gets out of an attribute rather than of an element. */
const PAYLOADS: readonly ((mark: string) => string)[] = [
  (mark) => `<img src=x data-${mark} onerror=alert(1)>`,
  (mark) => `1 < 2 et <x-${mark} onclick="alert(1)">cliquez</x-${mark}>`,
  (mark) => `</strong></li><svg data-${mark} onload=alert(1)></svg>`,
  (mark) => `<scr<script>ipt data-${mark}>alert(1)</script><b data-${mark}>gras</b>`,
  (mark) => `<IMG SRC=x DATA-${mark.toUpperCase()} ONERROR=alert(1)>`,
  (mark) => `x" data-${mark}="1" onmouseover="alert(1)`,
  (mark) => `x' data-${mark}='1' onmouseover='alert(1)`,
];

export function drawAttacks(random: Random, place: Place): readonly Attack[] {
  return PAYLOADS.map((payloadOf) => {
    const mark = drawWord(random);
    const payload = payloadOf(mark);
    const tame = drawMessage(random);
    const message = place === 'text' ? { ...tame, texte: payload } : { ...tame, auteur: payload };
    return { message, payload, mark };
  });
}

/** Nothing of the whole page bears the mark, and the payload can be read in one child of the list. */
export function expectHarmless(page: PageElement, attack: Attack, place: Place): void {
  const { message, mark, payload } = attack;
  for (const element of elementsOf(page)) {
    const isCreated = element.name.includes(mark);
    const attribute = element.attributes.find(([name]) => name.includes(mark));
    if (!isCreated && attribute === undefined) continue;
    const isQuoted = payload.startsWith('x');
    fail({
      message: isQuoted
        ? ATTACK.attribute(tagOf(element), ATTACK.place[place])
        : ATTACK.created(tagOf(element), ATTACK.place[place]),
      sent: written(message),
      expected: ATTACK.expectedNothing,
      actual: tagOf(element),
      hint: isQuoted ? ATTACK.attributeHint : ATTACK.createdHint[place],
    });
  }
  const list = elementOf(page, 'messages');
  const shown = visibleTextOf(list);
  if (shown.includes(payload)) return;
  // The tame half of the message tells a page that shows none of it from one that alters it.
  const isAbsent = !shown.includes(place === 'text' ? message.auteur : message.texte);
  fail({
    message: (isAbsent ? ATTACK.absent : ATTACK.altered)(ATTACK.place[place]),
    sent: written(message),
    expected: payload,
    actual: lastShown(list),
    hint: isAbsent ? ATTACK.absentHint : ATTACK.alteredHint,
  });
}

function lastShown(list: PageElement): string {
  const last = list.children.findLast((child) => typeof child !== 'string');
  return last === undefined ? 'rien' : visibleTextOf(last).trim();
}

/** An element that a page hides from those who look. */
export function isHidden(element: PageElement): boolean {
  return attributeOf(element, 'hidden') !== null;
}
