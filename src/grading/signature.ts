// The vector of verdicts of a report: what tells one misconception from another.
import { isQuestionCheck } from './question-pose.ts';
import type { Report } from './verdict.ts';

/** `C1:fail C2:pass`…: equal for two programs that the checks cannot tell apart. Answers are no part of a program. */
export function signatureOf(report: Report): string {
  const ofCode = report.tests.filter((test) => !isQuestionCheck(test.id));
  return ofCode.map((test) => `${test.id}:${test.status}`).join(' ');
}
