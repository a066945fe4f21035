// A report in the interchange format of Exercism's test runners, `results.json` version 3.
import type { Report, Verdict } from './verdict.ts';

export type Results = {
  readonly version: 3;
  readonly status: Report['status'];
  readonly step: string;
  readonly seed: number;
  readonly tests: readonly TestResult[];
  readonly notes: readonly string[];
};

export type TestResult = {
  readonly id: string;
  readonly name: string;
  readonly status: Verdict['status'];
  readonly message: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly hint: string | null;
};

export function toResults(report: Report): Results {
  const { status, step, seed, notes } = report;
  return { version: 3, status, step, seed, tests: report.tests.map(toTestResult), notes };
}

function toTestResult(verdict: Verdict): TestResult {
  const { id, name, status } = verdict;
  const nothing = { message: null, expected: null, actual: null, hint: null };
  switch (verdict.status) {
    case 'pass':
      return { id, name, status, ...nothing };
    case 'skipped':
      return { id, name, status, ...nothing, message: verdict.message };
    case 'fail':
    case 'error':
    case 'timeout': {
      const { expected, actual, hint } = verdict;
      return { id, name, status, message: messageOf(verdict), expected, actual, hint };
    }
  }
}

/** The format has no place for what was sent nor for where: both belong to the sentence. */
function messageOf(verdict: Exclude<Verdict, { status: 'pass' | 'skipped' }>): string {
  const lines = [verdict.message, verdict.sent, verdict.where];
  return lines.filter((line) => line !== null).join('\n');
}
