// C5: what was written is what is read, character for character.
import {
  childElements,
  fail,
  type PageElement,
  type Random,
  visibleTextOf,
} from '../../../src/grading/index.ts';
import { ATTACK, EXACT } from './page-messages.ts';
import { elementOf } from './page-start.ts';
import { drawMessage, drawWord, type Received, written } from './received.ts';

export function drawExactTexts(random: Random): readonly Received[] {
  const word = drawWord(random);
  const texts = [
    `${word} &amp; &lt;b&gt; &eacute; &#33;`,
    `${word} : 1 < 2 & 3 > 2, "guillemets" et 'apostrophes'`,
    `${word} 👩‍👩‍👧 😀 é œ € 日本`,
    `${word} première ligne\n${drawWord(random)} deuxième ligne\n${drawWord(random)} troisième`,
    `${word} $& $1 \\n %20`,
  ];
  return texts.map((texte) => ({ ...drawMessage(random), texte }));
}

export function expectExact(page: PageElement, message: Received): void {
  const { texte } = message;
  const children = childElements(elementOf(page, 'messages'));
  const shown = children.map((child) => visibleTextOf(child));
  if (shown.some((text) => text.includes(texte))) return;
  const [word = ''] = texte.split(' ');
  const found = shown.findLast((text) => text.includes(word));
  const actual = found ?? shown.at(-1) ?? 'rien';
  fail({
    ...(found === undefined
      ? { message: EXACT.absent, hint: ATTACK.absentHint }
      : mistakeOf(texte, actual)),
    sent: written(message),
    expected: texte,
    actual: actual.trim(),
  });
}

function mistakeOf(texte: string, actual: string): { message: string; hint: string } {
  if (/&amp;(?:amp|lt|gt|quot|#39);|&lt;|&gt;|&quot;|&#39;/.test(actual.replaceAll(texte, ''))) {
    if (!/&lt;|&amp;/.test(texte) || actual.includes('&amp;amp;')) {
      return { message: EXACT.escaped, hint: EXACT.escapedHint };
    }
  }
  if (texte.includes('&amp;') && !actual.includes('&amp;')) {
    return { message: EXACT.decoded, hint: EXACT.hint };
  }
  if (texte.includes('\n')) return { message: EXACT.lines, hint: EXACT.linesHint };
  return { message: EXACT.message, hint: EXACT.hint };
}
