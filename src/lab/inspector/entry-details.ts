// All that is known of one entry; drawn again when it grows, and when the place for it changes.
import { inspector as words } from '../../i18n/inspector.ts';
import { element } from '../element.ts';
import type { Entry } from './entry.ts';
import { titleOf } from './entry-title.ts';
import { lightFields } from './field-light.ts';
import { frameView, type Room } from './frame-view.ts';
import { headView } from './head-view.ts';
import { hexDump } from './hex-dump.ts';

/** In CSS pixels of the details: below, half the columns. */
const WIDE = 600;
const MEDIUM = 300;

export class EntryDetails {
  readonly element: HTMLElement;
  readonly #title = element('h3', { class: 'details-title', tabindex: '-1' });
  readonly #body = element('div', { class: 'details-body' });
  #entry: Entry | null = null;
  #drawn = '';
  #room: Room = { columns: 32, bytesPerRow: 16 };

  /** @param back leaves the details, where they take the place of the list. */
  constructor(back: () => void) {
    const button = element('button', { type: 'button', class: 'quiet' }, words.details.back);
    button.classList.add('details-back');
    button.addEventListener('click', back);
    this.element = element('section', { class: 'details' }, button, this.#title, this.#body);
    lightFields(this.#body);
    this.show(null);
  }

  /** `null` shows how to choose one. */
  show(entry: Entry | null): void {
    this.#entry = entry;
    this.element.toggleAttribute('data-empty', entry === null);
    this.refresh();
  }

  /** Draws again what changed since it was drawn. */
  refresh(): void {
    const entry = this.#entry;
    if (entry === null) {
      this.#drawn = '';
      this.#title.textContent = '';
      this.#body.replaceChildren(element('p', { class: 'details-choose' }, words.details.choose));
      this.element.setAttribute('aria-label', words.details.choose);
      return;
    }
    const drawn = `${entry.number} ${entry.revision} ${this.#room.columns}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const focused = document.activeElement?.getAttribute('data-field') ?? null;
    const hadFocus = focused !== null && this.#body.contains(document.activeElement);
    this.#title.textContent = titleOf(entry);
    this.element.setAttribute('aria-label', words.details.label(entry.number));
    this.#body.replaceChildren(...this.#draw(entry));
    if (hadFocus) this.#body.querySelector<HTMLElement>(`tr[data-field="${focused}"]`)?.focus();
  }

  focus(): void {
    this.#title.focus();
  }

  /** @param width in CSS pixels. */
  resize(width: number): void {
    const columns = width >= WIDE ? 32 : width >= MEDIUM ? 16 : 8;
    if (columns === this.#room.columns) return;
    this.#room = { columns, bytesPerRow: columns / 2 };
    this.refresh();
  }

  #draw(entry: Entry): HTMLElement[] {
    const { bytesPerRow } = this.#room;
    switch (entry.kind) {
      case 'opened':
        return [element('p', {}, words.details.opened)];
      case 'ended': {
        const sentence =
          entry.how === 'reset' ? 'reset' : entry.direction === 'both' ? 'both' : 'fin';
        return [element('p', {}, words.details.ended[sentence])];
      }
      case 'raw':
        return [
          element('p', {}, words.details.raw[entry.why]),
          hexDump({ bytes: entry.bytes, bytesPerRow }),
        ];
      case 'head':
        return headView(entry, bytesPerRow);
      case 'frame':
        return frameView(entry, this.#room);
    }
  }
}
