// A report for a person at a terminal: each check on a line, each failure with all that is known about it.
import type { ConsoleLine } from '../evidence/evidence.ts';
import { isQuestionCheck, type Report, unansweredOf, type Verdict } from '../grading/index.ts';
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
  /** What the failing checks point at, a paragraph each. */
  readonly guess?: readonly string[];
  readonly paint: Paint;
};

/** Ends without a newline. */
export function reportText({ title, report, console, guess = [], paint }: ReportText): string {
  const heading = `${paint('bold', `${report.step}  ${title}`)}  ${paint('dim', REPORT.seed(report.seed))}`;
  const width = Math.max(3, ...report.tests.map(({ id }) => id.length));
  const blocks = [
    heading,
    report.tests.map((verdict) => verdictText(verdict, width, paint)).join('\n'),
    ...guess,
    ...consoleText(console, paint),
    ...notesText(report.notes, paint),
    summary(report),
  ];
  return blocks.join('\n\n');
}

function verdictText(verdict: Verdict, width: number, paint: Paint): string {
  const mark = paint(INKS[verdict.status], MARKS[verdict.status]);
  // The mark alone would say it by its shape only.
  const status = verdict.status === 'pass' ? '' : paint('dim', ` (${statusOf(verdict)})`);
  const line = `  ${mark} ${column(verdict.id, width)} ${verdict.name}${status}`;
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

function statusOf({ id, status }: Exclude<Verdict, { status: 'pass' }>): string {
  return isQuestionCheck(id) && status === 'skipped' ? REPORT.unanswered : REPORT.statuses[status];
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

function summary(report: Report): string {
  const { status, tests } = report;
  const open = unansweredOf(report);
  const answered = open.length < questionsOf(tests);
  if (status === 'error') return answered ? REPORT.onlyQuestions : REPORT.notLoaded;
  const passed = tests.filter((test) => test.status === 'pass').length;
  const first = tests.find((test) => test.status !== 'pass' && !open.includes(test));
  const rest = open.length === 0 ? [] : [REPORT.openQuestions(open.length)];
  if (first !== undefined) {
    return [REPORT.somePassed(passed, tests.length, first.id), ...rest].join(' ');
  }
  return open.length === 0
    ? REPORT.allPassed(tests.length)
    : [REPORT.counted(passed, tests.length), ...rest].join(' ');
}

const questionsOf = (tests: Report['tests']): number =>
  tests.filter(({ id }) => isQuestionCheck(id)).length;
