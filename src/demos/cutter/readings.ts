// What the two receivers made of each piece, in words: under the stream that one cuts, and in the table for paper.
import { cutter as words } from '../../i18n/demos/cutter.ts';
import { formatHex } from '../../wire/index.ts';
import { html, type Html } from '../kit/html.ts';
import {
  countRight,
  FRAME_EDGES,
  MESSAGES,
  piecesOf,
  readNaively,
  readRightly,
  STREAM,
  type NaiveReading,
} from './receivers.ts';

const allCuts = Array.from({ length: STREAM.length - 1 }, (_, index) => index + 1);

/** Where TCP may cut, by name: the buttons of the figure, and the rows of its static form. */
export const PRESETS = {
  none: new Set<number>(),
  frames: new Set(FRAME_EDGES),
  /** In the middle of a text, and of « é ». */
  middle: new Set([4, 10]),
  bytes: new Set(allCuts),
} as const satisfies Record<string, ReadonlySet<number>>;

/** Both receivers, piece by piece; pieces that give the same are said once. */
export function receiverLists(cuts: ReadonlySet<number>): Html {
  const pieces = piecesOf(cuts);
  const naive = pieces.map(readNaively).map((reading) => ({
    text: naiveText(reading),
    look: isSound(reading) ? 'cutter-sound' : 'cutter-broken',
  }));
  const right = readRightly(pieces).map((texts) => ({
    text: rightText(texts),
    look: texts.length > 0 ? 'cutter-sound' : 'cutter-waiting',
  }));
  return html`<div class="cutter-pane">
      <h3>${words.naive}</h3>
      <ol class="cutter-list" role="list">
        ${runsOf(naive).map(item)}
      </ol>
    </div>
    <div class="cutter-pane">
      <h3>${words.right}</h3>
      <ol class="cutter-list" role="list">
        ${runsOf(right).map(item)}
      </ol>
    </div>`;
}

type Said = { readonly text: string; readonly look: string };
type Run = Said & { readonly first: number; last: number };

function runsOf(said: readonly Said[]): Run[] {
  const runs: Run[] = [];
  for (const [index, it] of said.entries()) {
    const run = runs.at(-1);
    if (run?.text === it.text) run.last = index;
    else runs.push({ ...it, first: index, last: index });
  }
  return runs;
}

const item = ({ text, look, first, last }: Run): Html =>
  html`<li class="${look}">
    <span class="cutter-number">${words.pieces(first + 1, last + 1)}</span> ${text}
  </li>`;

/** What became of the three messages, in one sentence. */
export function verdict(cuts: ReadonlySet<number>): string {
  const right = countRight(piecesOf(cuts).map(readNaively));
  return words.verdict(right, MESSAGES.length);
}

/** One row for each way of cutting. */
export function presetTable(): Html {
  const rows = Object.entries(PRESETS).map(([name, cuts]) => {
    const pieces = piecesOf(cuts);
    const naive = pieces.map(readNaively);
    const rightly = readRightly(pieces).flat();
    return html`<tr>
      <th scope="row">${words.presets[name as keyof typeof PRESETS]}</th>
      <td><code>${pieces.map(formatHex).join(' | ')}</code></td>
      <td>${listed(naive.map(naiveText))}</td>
      <td>${rightly.map(words.quoted).join(', ')}</td>
    </tr>`;
  });
  const { columns } = words;
  return html`<table class="demo-table cutter-table">
    <caption>
      ${words.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${columns.cuts}</th>
        <th scope="col">${columns.pieces}</th>
        <th scope="col">${words.naive}</th>
        <th scope="col">${words.right}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** Nineteen times « rien » is said once. */
const listed = (texts: readonly string[]): string =>
  new Set(texts).size === 1 && texts.length > 1
    ? words.times(texts.length, texts[0] ?? '')
    : texts.join(', ');

const isSound = (reading: NaiveReading): boolean =>
  reading.kind === 'message' && reading.thrown === 0;

function naiveText(reading: NaiveReading): string {
  switch (reading.kind) {
    case 'message':
      return reading.thrown === 0
        ? words.quoted(reading.text)
        : words.thrown(reading.text, reading.thrown);
    case 'cut':
      return words.cut(reading.text, reading.missing);
    case 'nothing':
      return words.nothing;
    case 'garbage':
      return words.garbage(reading.opcode.toString(16).toUpperCase());
  }
}

const rightText = (texts: readonly string[]): string =>
  texts.length === 0 ? words.waits : texts.map(words.quoted).join(', ');
