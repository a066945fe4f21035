// The fields of a frame in words, and what is wrong with it: what the static form shows, and the page under its grid.
import { FRAME_FAULTS } from '../../i18n/frame-rules.ts';
import { frame } from '../../i18n/inspector-frame.ts';
import { frame as words } from '../../i18n/demos/frame.ts';
import type { FieldReading } from '../../lab/inspector/frame-reading.ts';
import { frameTitle } from '../../lab/inspector/frame-title.ts';
import { ProtocolError } from '../../wire/index.ts';
import { html, type Html } from '../kit/html.ts';
import type { Exploration } from './exploration.ts';

export function fieldTable(readings: readonly FieldReading[]): Html {
  return html`<table class="demo-table frame-table">
    <caption>
      ${frame.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${frame.field}</th>
        <th scope="col">${frame.bits}</th>
        <th scope="col">${frame.value}</th>
        <th scope="col">${frame.meaning}</th>
      </tr>
    </thead>
    <tbody>
      ${readings.map(fieldRow)}
    </tbody>
  </table>`;
}

function fieldRow(reading: FieldReading, rank: number): Html {
  const { name, colour, value, meaning, field } = reading;
  return html`<tr data-field="${rank}">
    <th scope="row"><span class="field-${colour}">${name}</span></th>
    <td>${bitsOf(reading)}</td>
    <td><code>${value}</code></td>
    <td>${meaning} <span class="demo-source">${sourceOf(field.rfc)}</span></td>
  </tr>`;
}

/** One field in one line: what the slide says of the bit that is pointed at. */
export function fieldLine(reading: FieldReading): Html {
  const { name, colour, value, meaning, field } = reading;
  return html`<strong class="field-${colour}">${name}</strong> ·
    ${words.bits(field.bitLength, bitsOf(reading))} · <code>${value}</code> · ${meaning}
    <span class="demo-source">${sourceOf(field.rfc)}</span>`;
}

/** What a receiver makes of the frame, in sentences. */
export function findings(exploration: Exploration): string[] {
  const { entry, faults, missing, left, isLong, text } = exploration;
  if (entry.bytes.total === 0) return [words.empty];
  const said = faults.map(({ code, rfc }) => words.fault(sentenceOf(code), sourceOf(rfc)));
  const [first] = faults;
  if (first !== undefined) said.push(words.closes(new ProtocolError(first.code).closeCode));
  else said.push(words.reads(frameTitle(entry), text));
  if (isLong) said.push(words.long);
  if (missing === null && faults.length === 0) said.push(words.headerMissing);
  if (missing !== null && missing > 0) {
    said.push(words.missing(entry.header?.payloadLength ?? 0, missing));
  }
  if (left > 0) said.push(words.left(left));
  return said;
}

function bitsOf({ field }: FieldReading): string {
  return frame.bitRange(field.startBit, field.startBit + field.bitLength - 1);
}

const sourceOf = (rfc: string): string => rfc.replaceAll(' ', '\u00a0');

/** No other rule is broken by a frame that is received. */
const sentenceOf = (code: string): string =>
  (FRAME_FAULTS as Readonly<Record<string, string>>)[code] ?? code;
