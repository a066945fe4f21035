// A frame: what is wrong with it, the table of its fields, its picture, its payload and its bytes.
import { inspector as words } from '../../i18n/inspector.ts';
import { decodeFrame } from '../../wire/index.ts';
import { element } from '../element.ts';
import { bitGrid, type GridColumns } from './bit-grid.ts';
import type { FrameEntry } from './entry.ts';
import { fieldTable } from './field-table.ts';
import { readFrame, textOf } from './frame-reading.ts';
import { hexDump } from './hex-dump.ts';
import { payloadTable } from './payload-table.ts';

/** How much fits side by side in the place there is. */
export type Room = { readonly columns: GridColumns; readonly bytesPerRow: number };

/** Text longer than this is not shown twice. */
const SHOWN_TEXT = 2_000;

export function frameView(entry: FrameEntry, { columns, bytesPerRow }: Room): HTMLElement[] {
  const readings = readFrame(entry);
  const fields = readings.map(({ field }) => field);
  const picture = element(
    'figure',
    { class: 'bit-figure' },
    element('figcaption', {}, words.frame.grid),
    bitGrid(entry, readings, columns),
  );
  const parts = [
    faultList(entry),
    messageText(entry),
    fieldTable(readings),
    picture,
    payloadTable(entry, bytesPerRow < 16 ? 4 : 8),
    hexDump({ bytes: entry.bytes, bytesPerRow, fields }),
    colourKey(readings.map(({ colour }) => colour)),
  ];
  return parts.filter((part) => part !== null);
}

function faultList({ faults }: FrameEntry): HTMLElement | null {
  if (faults.length === 0) return null;
  const items = faults.map(({ code, offset, rfc }) =>
    element('li', {}, words.details.faultAt(words.faults[code], offset, rfc)),
  );
  return element('ul', { class: 'faults', 'aria-label': words.details.faults }, ...items);
}

/** What the frame says, when it says something to people. */
function messageText(entry: FrameEntry): HTMLElement | null {
  const payload = decodeFrame(entry.bytes.kept)?.frame.payload;
  const text = payload === undefined ? null : textOf(entry, payload);
  if (text === null || text === '') return null;
  const shown = text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
  return element('p', { class: 'message-text' }, `«\u202f${shown}\u202f»`);
}

/** The colours that are used here, each with its name: colour never speaks alone. */
function colourKey(used: readonly string[]): HTMLElement {
  const items = Object.entries(words.frame.colours)
    .filter(([colour]) => used.includes(colour))
    .map(([colour, name]) => element('li', { class: `field-${colour}` }, name));
  return element('ul', { class: 'colour-key', 'aria-label': words.dump.key }, ...items);
}
