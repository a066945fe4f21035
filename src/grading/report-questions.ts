// What a report says of questions, for whoever shows it: small enough for a page that loads no grader.
import type { Report, Verdict } from './verdict.ts';

/** `CQ-navigateur`. */
export const checkOfQuestion = (question: string): string => `CQ-${question}`;

export const isQuestionCheck = (id: string): boolean => id.startsWith('CQ-');

/** `navigateur` of `CQ-navigateur`. */
export const questionOf = (check: string): string => check.slice('CQ-'.length);

/** `§4.2.2` is a section of RFC 6455; another standard is named. */
export function sourceName(rfc: string): string {
  return rfc.startsWith('§') ? `RFC 6455 ${rfc}` : rfc;
}

/** Whether every test passed, questions included: `Report.status` forgives a question without an answer. */
export function isComplete(report: Report): boolean {
  return report.tests.every((test) => test.status === 'pass');
}

/** The checks of questions that have no answer yet. */
export function unansweredOf(report: Report): readonly Verdict[] {
  return report.tests.filter((test) => isQuestionCheck(test.id) && test.status === 'skipped');
}

/** Markdown on one line as plain text, for reports and terminals. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/`+([^`]*)`+/g, '$1')
    .replaceAll(/\*\*?([^*]+)\*\*?/g, '$1');
}
