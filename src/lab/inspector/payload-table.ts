// A masked payload beside what it says: byte on the wire, byte of the key, byte once unmasked (RFC 6455 §5.3).
import { inspector as words } from '../../i18n/inspector.ts';
import { formatHex, mask } from '../../wire/index.ts';
import { element } from '../element.ts';
import { asciiOf } from './byte-runs.ts';
import type { FrameEntry } from './entry.ts';

const { frame } = words;

const SHOWN_BYTES = 64;

/** `null` for a frame that is not masked, or has no payload yet. */
export function payloadTable(entry: FrameEntry, bytesPerRow: number): HTMLElement | null {
  const { header } = entry;
  const key = header?.maskingKey ?? null;
  if (header === null || key === null) return null;
  const masked = entry.bytes.kept.subarray(header.headerSize, header.headerSize + SHOWN_BYTES);
  if (masked.length === 0) return null;
  const headings = [frame.offset, frame.onWire, frame.keyColumn, frame.unmasked, frame.asText];
  const body = element('tbody');
  for (let offset = 0; offset < masked.length; offset += bytesPerRow) {
    const piece = masked.subarray(offset, offset + bytesPerRow);
    body.append(payloadRow(piece, key, offset));
  }
  return element(
    'table',
    { class: 'payload-table' },
    element('caption', {}, frame.payload),
    element(
      'thead',
      {},
      element('tr', {}, ...headings.map((it) => element('th', { scope: 'col' }, it))),
    ),
    body,
  );
}

function payloadRow(masked: Uint8Array, key: Uint8Array, offset: number): HTMLElement {
  const keyBytes = mask(new Uint8Array(masked.length), key, offset);
  const plain = mask(masked, key, offset);
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, String(offset)),
    element('td', {}, element('code', { class: 'field-payload' }, formatHex(masked))),
    element('td', {}, element('code', { class: 'field-mask' }, formatHex(keyBytes))),
    element('td', {}, element('code', { class: 'field-payload' }, formatHex(plain))),
    element('td', {}, element('code', { class: 'ascii' }, asciiOf(plain))),
  );
}
