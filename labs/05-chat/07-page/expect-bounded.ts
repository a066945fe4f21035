// C8: a page that stays open all day does not grow all day.
import {
  childElements,
  type CheckContext,
  fail,
  type VisitedPage,
  visibleTextOf,
} from '../../../src/grading/index.ts';
import { BOUND } from './page-messages.ts';
import { elementOf } from './page-start.ts';
import { drawMessage, drawWord, shownList, written } from './received.ts';

const MAXIMUM = 500;
const ALL = 10_000;
const BATCH = 250;

export async function expectBounded(page: VisitedPage, { random }: CheckContext): Promise<void> {
  const { auteur } = drawMessage(random);
  const word = drawWord(random);
  for (let count = 0; count < ALL; count += BATCH) {
    const texts = Array.from({ length: BATCH }, (_, index) =>
      written({ auteur, texte: `${word} ${count + index + 1}.` }),
    );
    await page.say(...texts);
    // Early, so that a list without end is not filled to the end.
    if (count === BATCH || count + BATCH >= ALL) {
      await expectAtMost(page, count + BATCH, `${word} ${count + BATCH}.`);
    }
  }
}

async function expectAtMost(page: VisitedPage, sent: number, last: string): Promise<void> {
  const list = elementOf(await page.read(), 'messages');
  const context = {
    sent: BOUND.sent(sent),
    expected: `${MAXIMUM} enfants au plus, le dernier message parmi eux`,
  };
  if (list.count > MAXIMUM) {
    fail({ ...context, message: BOUND.tooMany(list.count), hint: BOUND.tooManyHint });
  }
  const children = childElements(list);
  if (children.some((child) => visibleTextOf(child).includes(last))) return;
  fail({ ...context, message: BOUND.lost, actual: shownList(children), hint: BOUND.lostHint });
}
