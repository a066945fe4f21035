// What passed between the visitor and the server, frame by frame, its bytes in the colours of their fields.
import { demos } from '../i18n/demos.ts';
import { inspector } from '../i18n/inspector.ts';
import { element } from '../lab/element.ts';
import { hexRuns } from '../lab/inspector/byte-runs.ts';
import { titleOf } from '../lab/inspector/entry-title.ts';
import type { Entry, FrameEntry } from '../lab/inspector/entry.ts';
import { lightFields } from '../lab/inspector/field-light.ts';
import { readFrame } from '../lab/inspector/frame-reading.ts';
import { InspectorModel } from '../lab/inspector/inspector-model.ts';
import type { WireEvent } from '../lab/inspector/wire-event.ts';

const words = demos.trial;

/** A long message shows its beginning. */
const SHOWN_BYTES = 48;
/** The latest ones; a server that floods fills neither the page nor the memory. */
const SHOWN_ENTRIES = 20;

export class ExchangeView {
  readonly element = element('ol', { class: 'exchange', 'aria-label': words.exchange });
  #model = new InspectorModel();
  #isScheduled = false;

  clear(): void {
    this.#model = new InspectorModel();
    this.element.replaceChildren();
  }

  /** Drawn once for each frame of the screen, however many bytes come. */
  push(event: WireEvent): void {
    this.#model.push(event);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { entries } = this.#model;
    const opening = openingOf(entries);
    const frames = entries.filter(isWholeFrame).slice(-SHOWN_ENTRIES);
    this.element.replaceChildren(
      ...(opening === null ? [] : [element('li', { class: 'exchange-opening' }, opening)]),
      ...frames.map(frameItem),
    );
    this.element.scrollTop = this.element.scrollHeight;
  }
}

/** The colours with their names: colour never speaks alone. */
export function colourKey(): HTMLElement {
  const items = Object.entries(inspector.frame.colours).map(([colour, name]) =>
    element('li', { class: `field-${colour}` }, name),
  );
  return element('ul', { class: 'colour-key', 'aria-label': words.colours }, ...items);
}

function isWholeFrame(entry: Entry): entry is FrameEntry {
  return entry.kind === 'frame' && entry.progress === 'whole';
}

/** The two heads in one line: the first minute is about the message. */
function openingOf(entries: readonly Entry[]): string | null {
  const heads = entries.filter((entry) => entry.kind === 'head' && entry.progress === 'whole');
  const [request, response] = heads.map((entry) => ('bytes' in entry ? entry.bytes.total : 0));
  return request === undefined || response === undefined ? null : words.opened(request, response);
}

function frameItem(entry: FrameEntry): HTMLElement {
  const readings = readFrame(entry);
  const fields = readings.map(({ field }) => field);
  const text = readings.find(({ field }) => field.name === 'payload-data')?.value ?? '';
  const shown = entry.bytes.kept.subarray(0, SHOWN_BYTES);
  const left = entry.bytes.total - shown.length;
  const bytes = element('code', { class: 'exchange-bytes' }, ...hexRuns(shown, 0, fields));
  if (left > 0) bytes.append(` ${words.more(left)}`);
  const item = element(
    'li',
    { class: 'exchange-frame', 'data-direction': entry.direction },
    element(
      'p',
      { class: 'exchange-line' },
      element('span', { class: 'exchange-way' }, words.ways[entry.direction]),
      ' ',
      element('span', { class: 'exchange-text' }, text),
    ),
    bytes,
    element('p', { class: 'exchange-title' }, titleOf(entry)),
  );
  nameFields(item, readings);
  lightFields(item);
  return item;
}

/** Pointing at a byte says its field. */
function nameFields(item: HTMLElement, readings: ReturnType<typeof readFrame>): void {
  for (const run of item.querySelectorAll<HTMLElement>('[data-field]')) {
    const reading = readings[Number(run.dataset.field)];
    if (reading !== undefined) run.title = `${reading.name} : ${reading.meaning}`;
  }
}
