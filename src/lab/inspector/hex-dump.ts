// Bytes in rows, with their offsets, their hexadecimal and their text: what a hex editor shows.
import { inspector as words } from '../../i18n/inspector.ts';
import type { FrameField } from '../../wire/index.ts';
import { element } from '../element.ts';
import { asciiOf, hexRuns } from './byte-runs.ts';
import type { KeptBytes } from './kept-bytes.ts';

const { dump } = words;

/** What is shown before it is asked for more. */
const SHOWN_BYTES = 256;

export type DumpOptions = {
  readonly bytes: KeptBytes;
  readonly bytesPerRow: number;
  /** Colour the bytes; none for those that are no frame. */
  readonly fields?: readonly FrameField[];
  readonly caption?: string;
};

/** A table, a button when there is more to show, and a sentence when bytes were not kept. */
export function hexDump(options: DumpOptions): HTMLElement {
  const { bytes, caption = dump.caption } = options;
  const body = element('tbody');
  const table = element(
    'table',
    { class: 'hex-dump' },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...[dump.offset, dump.hex, dump.text].map((it) => element('th', { scope: 'col' }, it)),
      ),
    ),
    body,
  );
  body.append(...rows(options, 0, SHOWN_BYTES));
  const block = element('div', { class: 'dump' }, table);
  if (bytes.kept.length > SHOWN_BYTES) block.append(moreButton(options, body));
  if (bytes.omitted > 0) {
    block.append(element('p', { class: 'dump-omitted' }, dump.omitted(bytes.omitted)));
  }
  return block;
}

function rows(options: DumpOptions, from: number, to: number): HTMLElement[] {
  const { bytesPerRow, fields = [] } = options;
  const kept = options.bytes.kept.subarray(0, to);
  const made: HTMLElement[] = [];
  for (let offset = from; offset < kept.length; offset += bytesPerRow) {
    const row = kept.subarray(offset, offset + bytesPerRow);
    made.push(
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, String(offset)),
        element('td', {}, element('code', {}, ...hexRuns(row, offset, fields))),
        element('td', {}, element('code', { class: 'ascii' }, asciiOf(row))),
      ),
    );
  }
  return made;
}

function moreButton(options: DumpOptions, body: HTMLElement): HTMLElement {
  const { length } = options.bytes.kept;
  const button = element('button', { type: 'button', class: 'quiet' }, dump.more(length));
  button.addEventListener('click', () => {
    body.append(...rows(options, SHOWN_BYTES, length));
    button.remove();
  });
  return button;
}
