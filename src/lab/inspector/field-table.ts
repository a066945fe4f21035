// The fields of a frame as a table: name, bits, value, meaning, source. What the picture after it shows, in words.
import { inspector as words } from '../../i18n/inspector.ts';
import { element } from '../element.ts';
import type { FieldReading } from './frame-reading.ts';

const { frame } = words;

/** The roles are said: on a narrow screen the rows are laid out as blocks, and lose those they have by themselves. */
export function fieldTable(readings: readonly FieldReading[]): HTMLElement {
  const headings = [frame.field, frame.bits, frame.value, frame.meaning, frame.source];
  const heading = element(
    'tr',
    { role: 'row' },
    ...headings.map((it) => element('th', { scope: 'col', role: 'columnheader' }, it)),
  );
  return element(
    'table',
    { class: 'field-table', role: 'table' },
    element('caption', {}, frame.caption),
    element('thead', { role: 'rowgroup' }, heading),
    element('tbody', { role: 'rowgroup' }, ...readings.map(fieldRow)),
  );
}

function fieldRow(reading: FieldReading, rank: number): HTMLElement {
  const { field, name, colour, value, meaning } = reading;
  const last = field.startBit + field.bitLength - 1;
  const row = element(
    'tr',
    // Focus lights the bits of the field, as the pointer does.
    { role: 'row', tabindex: '0', 'data-field': String(rank) },
    element('th', { scope: 'row', role: 'rowheader', class: `field-${colour}` }, name),
    element(
      'td',
      {
        role: 'cell',
        class: 'field-bits',
        // Where the column has lost its heading.
        'data-unit': frame.bitUnit(field.bitLength),
      },
      frame.bitRange(field.startBit, last),
    ),
    element('td', { role: 'cell', class: 'field-value' }, element('code', {}, value)),
    cell('field-meaning', meaning),
    cell('field-source', field.rfc.replace(' ', '\u00a0')),
  );
  return row;
}

function cell(name: string, text: string): HTMLElement {
  return element('td', { role: 'cell', class: name }, text);
}
