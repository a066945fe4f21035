// One frame as the echo shows it: its bytes in the colours of its fields, then each field with its name.
import { echo as words } from '../../i18n/demos/echo.ts';
import { frame } from '../../i18n/inspector-frame.ts';
import { OPCODES } from '../../i18n/frame-rules.ts';
import { colourOf } from '../../lab/inspector/frame-reading.ts';
import {
  decodeUtf8,
  describeFrame,
  fieldAtBit,
  findInvalidUtf8,
  formatHex,
  opcodeName,
  type FrameField,
} from '../../wire/index.ts';
import { html, type Html } from '../kit/html.ts';

/** The beginning of a frame, and how many bytes it has in all. */
export type SeenFrame = { readonly bytes: Uint8Array; readonly total: number };

const BITS_PER_DIGIT = 4;
/** What a line of text has room for. */
const SHOWN_TEXT = 24;
const SHOWN_DATA = 12;
/** Of a frame: one line on a slide. */
const SHOWN_BYTES = 16;

export function frameLines(title: string, { bytes, total }: SeenFrame): Html {
  const fields = describeFrame(bytes);
  const shown = bytes.subarray(0, SHOWN_BYTES);
  const left = total - shown.length;
  return html`<div role="group" class="echo-frame" aria-label="${title}">
    <h3>${title}</h3>
    <p class="echo-bytes">
      <code>${Array.from(shown, (byte, index) => hexOf(byte, index, fields))}</code>
      ${left > 0 ? html`<span class="demo-rank">${words.more(left)}</span>` : null}
    </p>
    <ul class="echo-fields">
      ${fields.filter(isWorthALine).map(
        (field) =>
          html`<li>
            <span class="field-${colourOf(field)}">${frame.names[field.name]}</span>
            <code>${valueOf(field, total > bytes.length)}</code>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Two digits, each in the colour of the first field that it holds: MASK and three bits of the length share one. */
function hexOf(byte: number, index: number, fields: readonly FrameField[]): Html {
  const digits = Array.from(byte.toString(16).padStart(2, '0'), (digit, rank) => {
    const field = fieldAtBit(fields, (2 * index + rank) * BITS_PER_DIGIT);
    return field === null
      ? html`${digit}`
      : html`<span class="field-${colourOf(field)}">${digit}</span>`;
  });
  return html`${digits}${' '}`;
}

/** A reserved bit at 0 says nothing. */
const isWorthALine = ({ name, value }: FrameField): boolean =>
  !name.startsWith('rsv') || value !== 0;

function valueOf({ name, value }: FrameField, isCut: boolean): string {
  if (name === 'opcode') {
    const known = opcodeName(Number(value));
    return words.values.opcode(`0x${value.toString(16)}`, known === null ? null : OPCODES[known]);
  }
  if (!(value instanceof Uint8Array)) return value.toString();
  if (name === 'masking-key') return formatHex(value);
  const text = textOf(value, isCut);
  if (text !== null) return words.values.text(text);
  return words.values.cut(formatHex(value.subarray(0, SHOWN_DATA)));
}

/** The beginning of a text, never cut inside a character; `null` when it is none. */
function textOf(bytes: Uint8Array, isCut: boolean): string | null {
  const invalid = findInvalidUtf8(bytes);
  if (invalid !== null && !(isCut && invalid === bytes.length)) return null;
  const whole = [0, 1, 2, 3]
    .map((lost) => bytes.subarray(0, Math.max(0, bytes.length - lost)))
    .find((piece) => findInvalidUtf8(piece) === null);
  if (whole === undefined) return null;
  const characters = Array.from(decodeUtf8(whole));
  const isLong = isCut || characters.length > SHOWN_TEXT;
  return `${characters.slice(0, SHOWN_TEXT).join('')}${isLong ? '…' : ''}`;
}
