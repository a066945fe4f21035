// Bytes as hexadecimal, each digit in the colour of the field to which it belongs.
import { fieldAtBit, type FrameField } from '../../wire/index.ts';
import { element } from '../element.ts';
import { colourOf } from './frame-reading.ts';

const BITS_PER_DIGIT = 4;

/**
 * `bytes` as `81 85 …`, in spans that carry `data-field`.
 * @param offset of the first of them, in bytes from the start of the frame whose fields are given.
 */
export function hexRuns(
  bytes: Uint8Array,
  offset = 0,
  fields: readonly FrameField[] = [],
): (HTMLElement | string)[] {
  const runs: { field: FrameField | null; text: string }[] = [];
  for (let index = 0; index < 2 * bytes.length; index++) {
    const byte = bytes[index >> 1] ?? 0;
    const digit = (index % 2 === 0 ? byte >> 4 : byte & 0xf).toString(16);
    // A digit may hold the bits of several fields: MASK and three bits of the length. The first one colours it.
    const field = fieldAtBit(fields, (2 * offset + index) * BITS_PER_DIGIT);
    const space = index > 0 && index % 2 === 0 ? ' ' : '';
    const last = runs.at(-1);
    if (last?.field === field) last.text += space + digit;
    else {
      if (space !== '') runs.push({ field: null, text: space });
      runs.push({ field, text: digit });
    }
  }
  return runs.map(({ field, text }) => (field === null ? text : fieldSpan(field, fields, text)));
}

/** A piece of text in the colour of a field, lit with it. */
export function fieldSpan(
  field: FrameField,
  fields: readonly FrameField[],
  text: string,
): HTMLElement {
  const attributes = { class: `field-${colourOf(field)}`, 'data-field': rankOf(field, fields) };
  return element('span', attributes, text);
}

export function rankOf(field: FrameField, fields: readonly FrameField[]): string {
  return String(fields.indexOf(field));
}

/** One character for each byte: ASCII that has ink, else a point. */
export function asciiOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte === 0x20 ? ' ' : '·',
  ).join('');
}
