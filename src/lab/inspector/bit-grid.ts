// The picture of a frame as RFC 6455 §5.2 draws it: rows of bits, each field a box with its name. A table says the same before it.
import { frame as words } from '../../i18n/inspector-frame.ts';
import { element } from '../element.ts';
import type { FrameEntry } from './entry.ts';
import type { FieldReading } from './frame-reading.ts';

export type GridColumns = 8 | 16 | 32;

/** The picture is about the header. */
const DRAWN_PAYLOAD = 8;

/** What of a field stands in one row. */
type Piece = {
  readonly reading: FieldReading;
  readonly rank: number;
  readonly bits: readonly number[];
  readonly isFirst: boolean;
};

/** @param payload bytes of payload drawn, at most */
export function bitGrid(
  entry: FrameEntry,
  readings: readonly FieldReading[],
  columns: GridColumns,
  payload = DRAWN_PAYLOAD,
): HTMLElement {
  const { kept, total } = entry.bytes;
  const headerSize = entry.header?.headerSize ?? total;
  const drawn = kept.subarray(0, headerSize + payload);
  // Everything in it stands in the table as well, in words.
  const grid = element('div', { class: 'bit-grid', 'aria-hidden': 'true' });
  grid.style.setProperty('--columns', String(columns));
  grid.append(element('div', { class: 'bit-ruler' }, ...rulerOf(columns)));
  for (let bit = 0; bit < 8 * drawn.length; bit += columns) {
    grid.append(...piecesOf(drawn, readings, bit, columns).map(box));
  }
  const left = total - drawn.length;
  if (left > 0) grid.append(element('p', { class: 'bit-more' }, words.moreBits(left)));
  return grid;
}

function rulerOf(columns: GridColumns): HTMLElement[] {
  return Array.from({ length: columns }, (_, bit) => element('span', {}, String(bit % 10)));
}

function piecesOf(
  bytes: Uint8Array,
  readings: readonly FieldReading[],
  from: number,
  columns: number,
): Piece[] {
  const to = Math.min(from + columns, 8 * bytes.length);
  return readings.flatMap((reading, rank) => {
    const { startBit, bitLength } = reading.field;
    const first = Math.max(startBit, from);
    const end = Math.min(startBit + bitLength, to);
    if (first >= end) return [];
    const bits = Array.from({ length: end - first }, (_, i) => bitAt(bytes, first + i));
    return [{ reading, rank, bits, isFirst: first === startBit }];
  });
}

function bitAt(bytes: Uint8Array, bit: number): number {
  return ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
}

function box({ reading, rank, bits, isFirst }: Piece): HTMLElement {
  const name = isFirst ? reading.name : words.continued(reading.name);
  const piece = element(
    'div',
    { class: `bit-field field-${reading.colour}`, 'data-field': String(rank) },
    element('span', { class: bits.length < 4 ? 'bit-name upright' : 'bit-name' }, name),
    element('span', { class: 'bits' }, ...bits.map((bit) => element('span', {}, String(bit)))),
  );
  piece.style.setProperty('--span', String(bits.length));
  return piece;
}
