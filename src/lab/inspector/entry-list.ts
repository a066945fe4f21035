// The entries as a table, one button in each row; arrows go from one to the next, so that Tab passes the list in one step.
import { inspector as words } from '../../i18n/inspector.ts';
import { element } from '../element.ts';
import { keepOneTabStop } from '../one-tab-stop.ts';
import type { Entry } from './entry.ts';
import { isFaulty, titleOf } from './entry-title.ts';

const { list } = words;

type Row = {
  readonly entry: Entry;
  readonly row: HTMLTableRowElement;
  readonly button: HTMLButtonElement;
  readonly size: HTMLElement;
  revision: number;
};

export type EntryListOptions = {
  readonly labelOf: (connection: number) => string;
  readonly chosen: (entry: Entry) => void;
};

export class EntryList {
  readonly element: HTMLElement;
  readonly #options: EntryListOptions;
  readonly #body = element('tbody');
  readonly #table: HTMLTableElement;
  #rows = new Map<number, Row>();
  #current: number | null = null;

  constructor(options: EntryListOptions) {
    this.#options = options;
    const headings = [list.number, list.direction, list.who, list.time, list.what, list.size];
    const classes = ['number', 'direction', 'who', 'time', 'what', 'size'];
    this.#table = element(
      'table',
      { class: 'entries' },
      element('caption', { class: 'visually-hidden' }, list.caption),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...headings.map((it, i) => element('th', { scope: 'col', class: classes[i] ?? '' }, it)),
        ),
      ),
      this.#body,
    );
    this.element = element('div', { class: 'entries-scroll' }, this.#table);
    this.#body.addEventListener('click', ({ target }) => {
      if (target instanceof Element) this.#choose(target.closest('tr'));
    });
  }

  /** Shows these and no others; keeps the rows that are there already, and stays at the end when it was there. */
  show(entries: readonly Entry[], severalConnections: boolean): void {
    const { element: scroll } = this;
    const wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 8;
    this.#table.toggleAttribute('data-several', severalConnections);
    const rows = new Map<number, Row>();
    for (const entry of entries) {
      const known = this.#rows.get(entry.number);
      const row = known?.entry === entry ? known : this.#createRow(entry);
      if (row.revision !== entry.revision) fill(row);
      rows.set(entry.number, row);
    }
    for (const [number, { row }] of this.#rows) if (rows.get(number)?.row !== row) row.remove();
    this.#rows = rows;
    let next = this.#body.firstElementChild;
    for (const { row } of rows.values()) {
      if (row === next) next = row.nextElementSibling;
      else this.#body.insertBefore(row, next);
    }
    this.#markCurrent();
    if (wasAtEnd) scroll.scrollTop = scroll.scrollHeight;
  }

  /** The number of the entry whose details are open. */
  set current(number: number | null) {
    this.#current = number;
    this.#markCurrent();
  }

  /** Goes to an entry, or to the last one when it is not there any more. */
  focus(number: number | null): void {
    const row = number === null ? undefined : this.#rows.get(number);
    (row ?? [...this.#rows.values()].at(-1))?.button.focus();
  }

  #markCurrent(): void {
    const tabbable = this.#rows.has(this.#current ?? 0)
      ? this.#current
      : [...this.#rows.keys()].at(-1);
    for (const [number, { button, row }] of this.#rows) {
      const isCurrent = number === this.#current;
      row.toggleAttribute('data-current', isCurrent);
      if (isCurrent) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    keepOneTabStop(this.#body, this.#rows.get(tabbable ?? 0)?.button);
  }

  #createRow(entry: Entry): Row {
    const direction = 'bytes' in entry ? entry.direction : null;
    const arrow =
      direction === null ? null : element('span', { 'aria-hidden': 'true' }, list[direction]);
    const button = element('button', { type: 'button', class: 'entry' });
    const size = element('td', { class: 'size' });
    const row = element(
      'tr',
      { 'data-number': String(entry.number), 'data-direction': direction },
      element('td', { class: 'number' }, String(entry.number)),
      element(
        'td',
        { class: 'direction' },
        direction === null ? null : list.directions[direction],
        ' ',
        arrow,
      ),
      element('td', { class: 'who' }, this.#options.labelOf(entry.connection)),
      element('td', { class: 'time' }, list.seconds(entry.at)),
      element('td', { class: 'what' }, button),
      size,
    );
    return { entry, row, button, size, revision: -1 };
  }

  #choose(row: HTMLTableRowElement | null): void {
    const chosen = this.#rows.get(Number(row?.dataset.number));
    if (chosen !== undefined) this.#options.chosen(chosen.entry);
  }
}

function fill(row: Row): void {
  const { entry, button, size } = row;
  row.revision = entry.revision;
  const faulty = isFaulty(entry) ? element('span', { class: 'fault-mark' }, list.fault) : null;
  button.replaceChildren(titleOf(entry));
  if (faulty !== null) button.append(' ', faulty);
  size.textContent = 'bytes' in entry ? words.number(entry.bytes.total) : '';
}
