// C8: a page that stays open all day does not grow all day.
import {
  childElements,
  type CheckContext,
  fail,
  failForEnding,
  SubjectEnded,
  type VisitedPage,
  visibleTextOf,
} from '../../../src/grading/index.ts';
import { BOUND } from './page-messages.ts';
import { elementOf } from './page-start.ts';
import { drawMessage, drawWord, shownList, written } from './received.ts';

const MAXIMUM = 500;
const EXPECTED = `${MAXIMUM} enfants au plus, le dernier message parmi eux`;
const ALL = 10_000;
const BATCH = 250;
/** Small as long as the list may grow: a page that writes it all anew each time is told of its size, not of its slowness. */
const FIRST_BATCH = 25;

export async function expectBounded(page: VisitedPage, { random }: CheckContext): Promise<void> {
  const { auteur } = drawMessage(random);
  const word = drawWord(random);
  for (let count = 0; count < ALL;) {
    const isEarly = count <= MAXIMUM;
    const size = isEarly ? FIRST_BATCH : Math.min(BATCH, ALL - count);
    const texts = Array.from({ length: size }, (_, index) =>
      written({ auteur, texte: `${word} ${count + index + 1}.` }),
    );
    count += size;
    await page.say(...texts).catch((error: unknown) => failForFrozen(error, count));
    // Early, so that a list without end is not filled to the end.
    if ((isEarly && count >= MAXIMUM) || count >= ALL) {
      await expectAtMost(page, count, `${word} ${count}.`);
    }
  }
}

/** Whatever else the page ended by is told as it is. */
function failForFrozen(error: unknown, count: number): never {
  if (error instanceof SubjectEnded && error.ending.reason === 'deadline') {
    failForEnding(error, {
      message: BOUND.frozen(count),
      sent: BOUND.sent(count),
      expected: EXPECTED,
      actual: BOUND.frozenActual,
      hint: BOUND.frozenHint,
    });
  }
  throw error;
}

async function expectAtMost(page: VisitedPage, sent: number, last: string): Promise<void> {
  const list = elementOf(await page.read(), 'messages');
  const context = { sent: BOUND.sent(sent), expected: EXPECTED };
  if (list.count > MAXIMUM) {
    fail({
      ...context,
      message: BOUND.tooMany(list.count),
      actual: BOUND.children(list.count),
      hint: BOUND.tooManyHint,
    });
  }
  const children = childElements(list);
  if (children.some((child) => visibleTextOf(child).includes(last))) return;
  fail({ ...context, message: BOUND.lost, actual: shownList(children), hint: BOUND.lostHint });
}
