// The matrix for a person at a terminal: one row for each program, one column for each check.
import type { Matrix, Verdict } from '../grading/index.ts';
import { MATRIX_TEXT } from './messages.ts';
import { INKS, MARKS } from './report-text.ts';
import { column, type Paint } from './terminal.ts';

/** Ends without a newline. */
export function matrixText(title: string, matrix: Matrix, paint: Paint): string {
  const names = Math.max(...matrix.rows.map((row) => row.name.length));
  const widths = matrix.checks.map((id) => Math.max(5, id.length + 2));
  const head = matrix.checks.map((id, place) => column(` ${id}`, widths[place] ?? 5)).join('');
  const rows = matrix.rows.map((row) => {
    const cells = row.statuses.map((status, place) =>
      column(cell(status, matrix.checks[place] === row.killer, paint), widths[place] ?? 5),
    );
    const kind = column(MATRIX_TEXT.kinds[row.kind], 9);
    const verdict = row.asWanted ? '' : paint('red', ' ←');
    return `  ${paint('dim', kind)}${column(row.name, names + 2)}${cells.join('')}${verdict}`;
  });
  const seeds =
    matrix.seeds.length > 6
      ? `${matrix.seeds.slice(0, 3).join(', ')}…${matrix.seeds.at(-1) ?? ''}`
      : matrix.seeds.join(', ');
  const score = MATRIX_TEXT.score(matrix.killed.join('/'), matrix.accepted.join('/'));
  return [
    `${paint('bold', `${matrix.step}  ${title}`)}  ${paint('dim', MATRIX_TEXT.seeds(seeds))}`,
    '',
    `  ${' '.repeat(names + 11)}${paint('dim', head)}`,
    ...rows,
    '',
    score,
    ...matrix.breaches.map((breach) => paint('red', `  ✗ ${breach}`)),
  ].join('\n');
}

/** Says every breach again, after all the rest: of the log of a long exam, the end is what is always kept. */
export function endingText(matrices: readonly Matrix[], paint: Paint): string {
  if (matrices.length === 0) return `${MATRIX_TEXT.noStep}\n`;
  const breaches = matrices.flatMap(({ step, breaches }) =>
    breaches.map((breach) => paint('red', `  ✗ ${step}\u00a0: ${breach}`)),
  );
  const verdict = breaches.length === 0 ? MATRIX_TEXT.sound : MATRIX_TEXT.breaches(breaches.length);
  return `${[MATRIX_TEXT.legend, verdict, ...breaches].join('\n')}\n`;
}

function cell(status: Verdict['status'], isKiller: boolean, paint: Paint): string {
  const mark = paint(INKS[status], MARKS[status]);
  return isKiller ? `[${mark}]` : ` ${mark} `;
}
