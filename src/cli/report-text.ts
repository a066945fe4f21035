// A report for a person at a terminal: each check on a line, each failure with all that is known about it.
import type { ConsoleLine } from '../evidence/evidence.ts';
import type { Report, Verdict } from '../grading/index.ts';
import { REPORT } from './messages.ts';
import { column, type Ink, type Paint } from './terminal.ts';

export const MARKS = { pass: '✓', fail: '✗', error: '!', timeout: '⧖', skipped: '–' } as const;
export const INKS = {
  pass: 'green',
  fail: 'red',
  error: 'red',
  timeout: 'yellow',
  skipped: 'dim',
} as const satisfies Record<Verdict['status'], Ink>;

const INDENT = '        ';
const CONSOLE_LINES = 30;

export type ReportText = {
  readonly title: string;
  readonly report: Report;
  readonly console: readonly ConsoleLine[];
  readonly paint: Paint;
};

/** Ends without a newline. */
export function reportText({ title, report, console, paint }: ReportText): string {
  const heading = `${paint('bold', `${report.step}  ${title}`)}  ${paint('dim', REPORT.seed(report.seed))}`;
  const blocks = [
    heading,
    report.tests.map((verdict) => verdictText(verdict, paint)).join('\n'),
    ...consoleText(console, paint),
    ...notesText(report.notes, paint),
    summary(report),
  ];
  return blocks.join('\n\n');
}

function verdictText(verdict: Verdict, paint: Paint): string {
  const mark = paint(INKS[verdict.status], MARKS[verdict.status]);
  // The mark alone would say it by its shape only.
  const status =
    verdict.status === 'pass' ? '' : paint('dim', ` (${REPORT.statuses[verdict.status]})`);
  const line = `  ${mark} ${column(verdict.id, 3)} ${verdict.name}${status}`;
  if (verdict.status === 'pass') return line;
  if (verdict.status === 'skipped') return `${line}\n${INDENT}${paint('dim', verdict.message)}`;
  const details = [
    [REPORT.sent, verdict.sent],
    [REPORT.expected, verdict.expected],
    [REPORT.actual, verdict.actual],
    [REPORT.where, verdict.where],
    [REPORT.hint, verdict.hint],
  ] as const;
  const lines = details
    .filter(([, text]) => text !== null)
    .map(([label, text]) => `${INDENT}${paint('dim', column(label, 8))} ${text ?? ''}`);
  return [line, `${INDENT}${verdict.message}`, ...lines].join('\n');
}

function consoleText(lines: readonly ConsoleLine[], paint: Paint): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, CONSOLE_LINES).map(({ text, location }) => {
    const place = location === null ? '' : paint('dim', `  ${location.file}:${location.line}`);
    return `  │ ${text}${place}`;
  });
  const more = lines.length - shown.length;
  if (more > 0) shown.push(`  │ ${REPORT.consoleCut(more)}`);
  return [[REPORT.console, ...shown].join('\n')];
}

function notesText(notes: readonly string[], paint: Paint): readonly string[] {
  if (notes.length === 0) return [];
  return [[REPORT.notes, ...notes.map((note) => `  ${paint('dim', '·')} ${note}`)].join('\n')];
}

function summary({ status, tests }: Report): string {
  if (status === 'error') return REPORT.notLoaded;
  const passed = tests.filter((test) => test.status === 'pass').length;
  const first = tests.find((test) => test.status !== 'pass');
  return first === undefined
    ? REPORT.allPassed(tests.length)
    : REPORT.somePassed(passed, tests.length, first.id);
}
