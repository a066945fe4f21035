// The vector of verdicts of a report: what tells one misconception from another.
import { isQuestionCheck } from './report-questions.ts';
import type { Report } from './verdict.ts';

/** `C1:fail C2:pass`…: equal for two programs that the checks cannot tell apart. */
export function signatureOf(report: Report): string {
  return report.tests.map((test) => `${test.id}:${test.status}`).join(' ');
}

/** What no seed may change: whether memory or the deadline stops a program that runs away is for the machine to say. */
export function seedlessSignatureOf(report: Report): string {
  return signatureOf(report).replaceAll(/:(?:error|timeout)\b/g, ':stopped');
}

/**
 * `C1 C4`: the checks of the code that fail, in their order, which is the key of `Signatures`. `null` when the program
 * was not heard to its end (it did not load, was stopped, or a check was skipped) or when none fails.
 */
export function failingChecks(tests: readonly Pick<Report['tests'][number], 'id' | 'status'>[]) {
  const ofCode = tests.filter(({ id }) => !isQuestionCheck(id));
  if (ofCode.some(({ status }) => status !== 'pass' && status !== 'fail')) return null;
  const failing = ofCode.filter(({ status }) => status === 'fail').map(({ id }) => id);
  return failing.length === 0 ? null : failing.join(' ');
}
