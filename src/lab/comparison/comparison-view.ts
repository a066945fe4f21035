// Draws a comparison: two columns where there is room, one under the other elsewhere; signs and words, never colour alone.
import { comparisonWords as words } from '../../i18n/comparison.ts';
import { element } from '../element.ts';
import { compareCode, type ComparedRow, type Comparison, type Line } from './compare-code.ts';

/** One file, as the student and as the solution write it. */
export type FilePair = { readonly path: string; readonly mine: string; readonly theirs: string };

type Side = 'mine' | 'theirs';

const SIGNS = { mine: '−', theirs: '+' } as const;

/** One section for each file. */
export function drawComparison(
  pairs: readonly FilePair[],
  ignoreSpaces: boolean,
): readonly HTMLElement[] {
  return pairs.map(({ path, mine, theirs }) => {
    const comparison = compareCode(mine, theirs, { ignoreSpaces });
    return element(
      'section',
      { class: 'compared-file', 'aria-label': path },
      element('h3', {}, path),
      element('p', { class: 'compared-count' }, countSentence(comparison, mine === theirs)),
      table(comparison),
    );
  });
}

function countSentence({ differences }: Comparison, isEqual: boolean): string {
  if (differences > 0) return words.count(differences);
  return isEqual ? words.none : words.noneButSpaces;
}

/** Roles are written out: a table loses its own when the style sheet lays it out as anything else. */
function table({ rows }: Comparison): HTMLElement {
  const head = element(
    'div',
    { class: 'compared-row compared-head', role: 'row' },
    element('span', { role: 'columnheader', 'data-side': 'mine' }, words.mine),
    element('span', { role: 'columnheader', 'data-side': 'theirs' }, words.theirs),
  );
  const body = rows.map((row) =>
    element(
      'div',
      { class: 'compared-row', role: 'row', 'data-kind': row.kind },
      cell(row, 'mine'),
      cell(row, 'theirs'),
    ),
  );
  return element(
    'div',
    { class: 'compared', role: 'table', tabindex: '0', 'aria-label': words.heading },
    head,
    ...body,
  );
}

function cell(row: ComparedRow, side: Side): HTMLElement {
  const line = row[side];
  const node = element('div', { class: 'compared-cell', role: 'cell', 'data-side': side });
  if (line === null) {
    node.dataset.empty = '';
    return node;
  }
  const said = wordsFor(row, side);
  node.append(
    element('span', { class: 'compared-number', 'aria-hidden': 'true' }, String(line.number)),
    element(
      'span',
      { class: 'compared-sign', 'aria-hidden': 'true' },
      said === null ? '' : SIGNS[side],
    ),
  );
  if (said !== null) node.append(element('span', { class: 'visually-hidden' }, `${said} `));
  node.append(code(line, side));
  return node;
}

/** What a reader of the screen is told before the line. */
function wordsFor({ kind }: ComparedRow, side: Side): string | null {
  switch (kind) {
    case 'same':
      return null;
    case 'changed':
      return side === 'mine' ? words.changedMine : words.changedTheirs;
    case 'only-mine':
      return words.onlyMine;
    case 'only-theirs':
      return words.onlyTheirs;
  }
}

/** `<del>` and `<ins>` are underlined by the style sheet; a whole line that stands alone needs no such mark. */
function code({ parts }: Line, side: Side): HTMLElement {
  const isWhole = parts.length === 1;
  return element(
    'code',
    {},
    ...parts.map(({ text, differs }) =>
      differs && !isWhole ? element(side === 'mine' ? 'del' : 'ins', {}, text) : text,
    ),
  );
}
