// C7: a connection that is over can be seen, heard by a screen reader, and written to no longer.
import {
  ancestry,
  attributeOf,
  fail,
  type PageElement,
  tagOf,
  type VisitedPage,
  visibleTextOf,
} from '../../../src/grading/index.ts';
import { isHidden } from './attacks.ts';
import { CLOSED } from './page-messages.ts';
import { elementOf } from './page-start.ts';

const LIVE_ROLES: readonly (string | null)[] = ['status', 'alert', 'log'];
const LIVE_VALUES: readonly (string | null)[] = ['polite', 'assertive'];

export async function expectClosed(page: VisitedPage, how: 'close' | 'cut'): Promise<void> {
  const open = await page.read();
  const before = visibleTextOf(elementOf(open, 'etat')).trim();
  expectLive(open);
  await page.end(how);
  const closed = await page.read();
  const sent = CLOSED.sent[how];
  if (!isUnusable(closed, elementOf(closed, 'texte'))) {
    fail({
      message: CLOSED.enabled,
      sent,
      expected: '#texte désactivé',
      hint: CLOSED.enabledHint,
    });
  }
  const state = elementOf(closed, 'etat');
  const after = visibleTextOf(state).trim();
  if (after === '' || after === before) {
    fail({
      message: CLOSED.silent,
      sent,
      expected: 'une phrase de plus, ou une autre, dans #etat',
      actual: after === '' ? '#etat est vide' : `« ${after} », comme avant`,
      hint: CLOSED.silentHint,
    });
  }
  if (ancestry(closed, state).some(isHidden)) {
    fail({ message: CLOSED.hidden, sent, actual: `« ${after} »`, hint: CLOSED.hiddenHint });
  }
  expectLive(closed);
}

function isUnusable(page: PageElement, field: PageElement): boolean {
  if (field.disabled === true) return true;
  return ancestry(page, field).some((element) => attributeOf(element, 'inert') !== null);
}

function expectLive(page: PageElement): void {
  const chain = ancestry(page, elementOf(page, 'etat'));
  const isLive = chain.some(
    (element) =>
      LIVE_VALUES.includes(attributeOf(element, 'aria-live')) ||
      LIVE_ROLES.includes(attributeOf(element, 'role')) ||
      element.name === 'output',
  );
  if (isLive) return;
  fail({
    message: CLOSED.notLive,
    expected: 'role="status" ou aria-live="polite"',
    actual: tagOf(elementOf(page, 'etat')),
    where: 'chat/page/index.html',
    hint: CLOSED.notLiveHint,
  });
}
