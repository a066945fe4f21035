// The vector of verdicts of a report: what tells one misconception from another.
import type { Report } from './verdict.ts';

/** `C1:fail C2:pass`…: equal for two programs that the checks cannot tell apart. */
export function signatureOf(report: Report): string {
  return report.tests.map((test) => `${test.id}:${test.status}`).join(' ');
}
