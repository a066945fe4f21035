// Each byte of a text beside the byte of the key that masks it, bit by bit: the picture of the XOR demo.
import { xor as words } from '../../i18n/demos/xor.ts';
import { encodeUtf8, formatHex, mask, MASKING_KEY_SIZE } from '../../wire/index.ts';
import { html, type Html } from '../kit/html.ts';

/** Rows that fit on a slide; the bytes after them repeat the same four steps. */
export const SHOWN_BYTES = 6;

export type XorRow = {
  readonly index: number;
  /** The character that begins with this byte; `null` in the middle of one. */
  readonly character: string | null;
  /** How many bytes that character takes. */
  readonly size: number;
  readonly clear: number;
  readonly key: number;
  readonly wire: number;
  /** Masked once more, with the same key. */
  readonly twice: number;
};

/** One row for each byte of `text` in UTF-8. `key` has four bytes. */
export function xorRows(text: string, key: Uint8Array): XorRow[] {
  const characters = Array.from(text).flatMap((character) => {
    const clear = encodeUtf8(character);
    return Array.from(clear, (_, rank) => ({
      character: rank === 0 ? character : null,
      size: clear.length,
    }));
  });
  const clear = encodeUtf8(text);
  const wire = mask(clear, key);
  const twice = mask(wire, key);
  return characters.map((character, index) => ({
    ...character,
    index,
    clear: clear[index] ?? 0,
    key: key[index % MASKING_KEY_SIZE] ?? 0,
    wire: wire[index] ?? 0,
    twice: twice[index] ?? 0,
  }));
}

/** The table of the first rows. `isTwice` adds what a second masking gives. */
export function xorTable(rows: readonly XorRow[], isTwice: boolean): Html {
  if (rows.length === 0) return html`<p class="demo-note">${words.empty}</p>`;
  const shown = rows.slice(0, SHOWN_BYTES);
  const { columns } = words;
  const left = rows.length - shown.length;
  return html`<table class="demo-table xor-table">
      <caption>
        ${words.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${columns.index}</th>
          <th scope="col">${columns.character}</th>
          <th scope="col"><span class="field-payload">${columns.clear}</span></th>
          <th scope="col"><span class="field-mask">${columns.key}</span></th>
          <th scope="col"><span class="field-payload">${columns.wire}</span></th>
          ${isTwice ? html`<th scope="col"><span class="field-payload">${columns.twice}</span></th>` : null}
        </tr>
      </thead>
      <tbody>
        ${shown.map((row) => tableRow(row, isTwice, shown.length - row.index))}
      </tbody>
    </table>
    ${left > 0 ? html`<p class="demo-note">${words.more(left)}</p>` : null}`;
}

/** @param below how many rows are left, this one included: a character that is cut spans no more. */
function tableRow(row: XorRow, isTwice: boolean, below: number): Html {
  const { index, character, size, clear, key, wire, twice } = row;
  const head =
    character === null
      ? null
      : html`<td rowspan="${Math.min(size, below)}">${visible(character)}</td>`;
  return html`<tr>
    <th scope="row">${index}</th>
    ${head} ${byteCell(clear, 'field-payload')} ${byteCell(key, 'field-mask', index)}
    ${byteCell(wire, 'field-payload')} ${isTwice ? byteCell(twice, 'field-payload') : null}
  </tr>`;
}

/** A byte in hexadecimal and in bits, its ones in ink. `index` adds which byte of the key it is. */
function byteCell(byte: number, colour: string, index: number | null = null): Html {
  const bits = byte.toString(2).padStart(8, '0');
  const nibbles = [bits.slice(0, 4), bits.slice(4)];
  const rank =
    index === null
      ? null
      : html`<span class="demo-rank">${words.keyRank(index % MASKING_KEY_SIZE)}</span>`;
  return html`<td>
    <code class="${colour}">${formatHex(Uint8Array.of(byte))}</code>
    <code class="demo-bits">${nibbles.map((nibble) => html`<span>${bitsOf(nibble)}</span>`)}</code>
    ${rank}
  </td>`;
}

const bitsOf = (nibble: string): Html[] =>
  Array.from(nibble).map((bit) => (bit === '1' ? html`<b>1</b>` : html`<i>0</i>`));

const visible = (character: string): string => (character === ' ' ? words.space : character);
