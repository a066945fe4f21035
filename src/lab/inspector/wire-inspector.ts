// `<wire-inspector>`: what crosses the connections of a student's program, as a list of entries and the details of one.
import { inspector as words } from '../../i18n/inspector.ts';
import { element } from '../element.ts';
import { EntryDetails } from './entry-details.ts';
import { EntryList } from './entry-list.ts';
import type { Entry } from './entry.ts';
import { InspectorModel, type InspectorOptions } from './inspector-model.ts';
import type { WireEvent } from './wire-event.ts';

const { list } = words;

/** Real milliseconds between two sentences for screen readers: a flood is one sentence, not a thousand. */
const QUIET = 3_000;

/** A drawing is followed by so many times its own length without one, unless it fits in a frame of the screen. */
const REST_RATIO = 3;
const FRAME = 16;

/**
 * Attributes, read when it enters the page:
 * - `side`: what the student's program is, `server` (the default) or `client`;
 * - `starts-with="frames"`: the connections are already open when they begin;
 * - `frames-later`: frames are shown as bytes, « vous saurez les lire au labo 3 ».
 *
 * Its styles are `src/styles/inspector.css` and `src/styles/code.css`.
 */
export class WireInspector extends HTMLElement {
  #model = new InspectorModel();
  #list: EntryList | null = null;
  #details: EntryDetails | null = null;
  #selected: Entry | null = null;
  /** The connection that is shown alone. */
  #only: number | null = null;
  #isScheduled = false;
  /** Milliseconds to leave to the page before drawing again. */
  #rest = 0;
  #said = 0;
  #sayTimer: ReturnType<typeof setTimeout> | null = null;
  readonly #count = element('p', { class: 'inspector-count' });
  readonly #status = element('p', { class: 'visually-hidden', role: 'status' });
  readonly #empty = element('p', { class: 'inspector-empty' }, list.empty);
  readonly #filter = element('select', { class: 'quiet', 'aria-label': list.filter });
  readonly #observer = new ResizeObserver(([entry]) => {
    this.#details?.resize(entry?.contentRect.width ?? 0);
  });

  connectedCallback(): void {
    if (this.#list === null) this.#build();
    if (this.#details !== null) this.#observer.observe(this.#details.element);
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    if (this.#sayTimer !== null) clearTimeout(this.#sayTimer);
    this.#sayTimer = null;
  }

  /** May be called as often as bytes come: it is drawn once for each frame of the screen. */
  push(events: WireEvent | readonly WireEvent[]): void {
    if (this.#list === null) this.#build();
    for (const event of Array.isArray(events)
      ? (events as readonly WireEvent[])
      : [events as WireEvent]) {
      this.#model.push(event);
    }
    this.#schedule();
  }

  /** Forgets what it shows; connections that are open go on. */
  clear(): void {
    this.#model.clear();
    this.#said = 0;
    this.#select(null);
    this.#schedule();
  }

  #build(): void {
    this.#model = new InspectorModel(this.#readOptions());
    const details = new EntryDetails(() => {
      const number = this.#selected?.number ?? null;
      this.#select(null);
      this.#list?.focus(number);
    });
    const entries = new EntryList({
      labelOf: (connection) => this.#labelOf(connection),
      chosen: (entry) => {
        this.#select(entry);
      },
    });
    this.#details = details;
    this.#list = entries;
    const clear = element('button', { type: 'button', class: 'quiet' }, list.clear);
    clear.addEventListener('click', () => {
      this.clear();
    });
    this.#filter.addEventListener('change', () => {
      this.#only = this.#filter.value === '' ? null : Number(this.#filter.value);
      this.#draw();
    });
    this.append(
      element('div', { class: 'inspector-bar' }, this.#count, this.#filter, clear),
      this.#status,
      element('div', { class: 'inspector-panes' }, this.#empty, entries.element, details.element),
    );
    this.#draw();
  }

  #readOptions(): InspectorOptions {
    return {
      side: this.getAttribute('side') === 'client' ? 'client' : 'server',
      startsWith: this.getAttribute('starts-with') === 'frames' ? 'frames' : 'head',
      framesLater: this.hasAttribute('frames-later'),
    };
  }

  #labelOf(connection: number): string {
    return this.#model.labelOf(connection) ?? list.connection(connection);
  }

  #select(entry: Entry | null): void {
    this.#selected = entry;
    this.toggleAttribute('data-selected', entry !== null);
    if (this.#list !== null) this.#list.current = entry?.number ?? null;
    this.#details?.show(entry);
    if (entry !== null && this.#isNarrow()) this.#details?.focus();
  }

  /** Where the details take the place of the list. */
  #isNarrow(): boolean {
    return this.#list !== null && getComputedStyle(this.#list.element).display === 'none';
  }

  /** A flood is drawn less often than it comes: the page keeps most of its time for the rest. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const draw = (): void => {
      this.#isScheduled = false;
      const start = performance.now();
      this.#draw();
      this.#rest = REST_RATIO * (performance.now() - start);
    };
    const drawInFrame = (): void => {
      requestAnimationFrame(draw);
    };
    if (this.#rest < FRAME) drawInFrame();
    else setTimeout(drawInFrame, this.#rest);
  }

  #draw(): void {
    const { entries, count } = this.#model;
    const connections = [...new Set(entries.map(({ connection }) => connection))];
    this.#drawFilter(connections);
    const shown =
      this.#only === null ? entries : entries.filter(({ connection }) => connection === this.#only);
    this.#list?.show(shown, connections.length > 1);
    this.#details?.refresh();
    this.toggleAttribute('data-empty', entries.length === 0);
    this.#count.textContent =
      count > entries.length ? list.capped(entries.length, count) : list.counted(count);
    this.#say(count);
  }

  #drawFilter(connections: readonly number[]): void {
    this.#filter.hidden = connections.length < 2;
    if (this.#only !== null && !connections.includes(this.#only)) this.#only = null;
    const wanted = ['', ...connections.map(String)];
    const present = [...this.#filter.options].map(({ value }) => value);
    if (wanted.join() !== present.join()) {
      const options = wanted.map((value) =>
        element('option', { value }, value === '' ? list.everyone : this.#labelOf(Number(value))),
      );
      this.#filter.replaceChildren(...options);
    }
    this.#filter.value = this.#only === null ? '' : String(this.#only);
  }

  #say(count: number): void {
    if (count === this.#said || this.#sayTimer !== null) return;
    this.#sayTimer = setTimeout(() => {
      this.#sayTimer = null;
      this.#said = this.#model.count;
      this.#status.textContent = list.counted(this.#said);
    }, QUIET);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wire-inspector': WireInspector;
  }
}
