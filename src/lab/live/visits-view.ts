// The visitors on the panel: one line each, newest first, and the sentence that counts them.
import { liveWords } from '../../i18n/live.ts';
import { element, find } from '../element.ts';
import type { Visits } from './online-server.ts';
import type { Visitor } from './visitor-log.ts';

/** Lines drawn; the others are counted. */
const SHOWN = 40;

/** `canComeFromElsewhere`: a phone may be asked for. */
export function statusOfVisits({ visitors, total }: Visits, canComeFromElsewhere: boolean): string {
  const words = liveWords.panel;
  if (total === 0) return canComeFromElsewhere ? words.none : words.noneLocal;
  const open = visitors.filter((visitor) => visitor.end === null).length;
  const counted = words.count(open, total);
  const accepted = visitors.filter(({ answer }) => answer?.kind === 'accepted');
  const [first] = accepted;
  if (first === undefined || accepted.length > 1) return counted;
  const news = first.isBrowser === true ? words.browserAccepted : words.clientAccepted;
  return `${news} ${counted}`;
}

/** `startedAt`: the time, since 1970, that the visitors' own times count from. */
export function showVisits(
  panel: HTMLElement,
  { visitors, total }: Visits,
  startedAt: number,
  isBeforeFrames: boolean,
): void {
  const words = liveWords.visitors;
  const shown = visitors.slice(-SHOWN).reverse();
  const items = shown.map((visitor) => visitItem(visitor, startedAt));
  const hidden = total - shown.length;
  if (hidden > 0) items.push(element('li', { class: 'live-more' }, words.earlier(hidden)));
  find(panel, '[data-visits]', HTMLElement).replaceChildren(...items);
  find(panel, '[data-nobody]', HTMLElement).hidden = total > 0;
  const hasFrames = visitors.some(({ answer, framed }) => framed && answer?.kind === 'accepted');
  find(panel, '[data-later]', HTMLElement).hidden = !(isBeforeFrames && hasFrames);
}

function visitItem(visitor: Visitor, startedAt: number): HTMLLIElement {
  const words = liveWords.visitors;
  const { label, received, sent, remarks } = visitor;
  const at = new Date(startedAt + visitor.at);
  const { state, text } = statusOf(visitor);
  return element(
    'li',
    { class: 'live-visit', 'data-status': state },
    element('span', { class: 'live-who' }, label),
    element('time', { datetime: at.toISOString() }, at.toLocaleTimeString('fr-FR')),
    element('span', { class: 'live-how' }, text),
    element('span', { class: 'live-bytes' }, `${words.received(received)}, ${words.sent(sent)}`),
    ...allRemarks(visitor, remarks).map((sentence) =>
      element('span', { class: 'live-remark' }, sentence),
    ),
  );
}

function allRemarks({ answer }: Visitor, remarks: readonly string[]): readonly string[] {
  return answer?.kind === 'broken' ? [liveWords.brokenAnswer[answer.rule], ...remarks] : remarks;
}

function statusOf({ answer, end }: Visitor): { readonly state: string; readonly text: string } {
  const words = liveWords.visitors.status;
  switch (answer?.kind) {
    case undefined:
      return end === null
        ? { state: 'handshake', text: words.handshake }
        : { state: 'ended', text: words.ended };
    case 'refused':
      return { state: 'refused', text: words.refused(answer.status) };
    case 'broken':
      return { state: 'broken', text: words.broken };
    case 'accepted':
      switch (end) {
        case null:
          return { state: 'open', text: words.open };
        case 'fin':
          return { state: 'closed', text: words.closed };
        case 'left':
          return { state: 'closed', text: words.left };
        case 'reset':
          return { state: 'cut', text: words.cut };
      }
  }
}
