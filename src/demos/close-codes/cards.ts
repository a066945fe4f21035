// The close codes as cards: what each says, and who may put it in a Close frame (RFC 6455 §7.4, `src/wire`).
import { closeCodes as words } from '../../i18n/demos/close-codes.ts';
import { CLOSE_CODES as MEANINGS } from '../../i18n/frame-rules.ts';
import { closeRanges } from '../../i18n/inspector-frame.ts';
import {
  CLOSE_CODES,
  closeCodeRange,
  isSendableCloseCode,
  type CloseCode,
} from '../../wire/index.ts';
import { html, type Html } from '../kit/html.ts';

export type Emitter = CloseCode['sentBy'];
export const EMITTERS = [
  'both',
  'client',
  'server',
  'nobody',
] as const satisfies readonly Emitter[];

export type Card = {
  /** `1006`, or a range: `4000 à 4999`. */
  readonly name: string;
  readonly sentBy: Emitter;
  readonly meaning: string;
  readonly source: string;
  /** Whether a page may give it to `ws.close()`: 1000 and 3000 to 4999 (WHATWG WebSockets §3). */
  readonly inPages: boolean;
};

const NAMED: readonly Card[] = CLOSE_CODES.map(({ code, name, sentBy, source }) => ({
  name: String(code),
  sentBy,
  meaning: MEANINGS[name],
  source,
  inPages: mayClose(code),
}));

const range = (first: number): Card => ({
  name: words.range(first, first + 999),
  sentBy: isSendableCloseCode(first) ? 'both' : 'nobody',
  meaning: closeRanges[closeCodeRange(first)],
  source: 'RFC 6455 §7.4.2',
  inPages: mayClose(first),
});

/** In the order of their numbers. */
export const CARDS: readonly Card[] = [...NAMED, range(3000), range(4000)];

function mayClose(code: number): boolean {
  return code === 1000 || (code >= 3000 && code <= 4999);
}

/** What is said once a card has been placed. */
export function explain(card: Card, isRight: boolean): string {
  const { name, sentBy, meaning, source, inPages } = card;
  const verdict = isRight ? words.placed : words.misplaced;
  const api = words.api(inPages);
  return `${verdict(name, words.emitters[sentBy])} ${words.means(meaning, source.replaceAll(' ', '\u00a0'))} ${api}`;
}

/** Cards by who may emit them, each with what it says: the static form. */
export function emitterTable(): Html {
  return board((sentBy) =>
    CARDS.filter((card) => card.sentBy === sentBy).map(
      ({ name, meaning }, index) =>
        html`${index > 0 ? ' · ' : ''}<strong>${name}</strong> ${meaning}`,
    ),
  );
}

/** Cards that were placed, by who may emit them; those that were first placed elsewhere are marked. */
export function placedTable(placed: ReadonlyMap<Card, boolean>): Html {
  return board((sentBy) =>
    [...placed]
      .filter(([card]) => card.sentBy === sentBy)
      .map(([{ name }, isRight]) =>
        isRight
          ? html`<span class="close-card">${name}</span> `
          : html`<span class="close-card is-missed"
              >✗ ${name}<span class="visually-hidden">${words.missed}</span></span
            > `,
      ),
  );
}

function board(cards: (sentBy: Emitter) => readonly Html[]): Html {
  return html`<table class="demo-table close-board">
    <caption>
      ${words.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.columns.emitter}</th>
        <th scope="col">${words.columns.codes}</th>
      </tr>
    </thead>
    <tbody>
      ${EMITTERS.map(
        (sentBy) =>
          html`<tr>
            <th scope="row">${words.emitters[sentBy]}</th>
            <td>${cards(sentBy)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
