// A step of three checks, and how a program fares in it.
import { check, type CheckContext } from './check.ts';
import { defineStep } from './define-step.ts';
import { expectText } from './expect-text.ts';
import { type FunctionSubjectOptions, functionSubjects } from './function-subject.fixture.ts';
import { gradeStep } from './grade-step.ts';
import type { Report } from './verdict.ts';

export const FILE = 'poignee/accept.js';
export const thrown = (name: string, message: string) => ({
  name,
  message,
  code: undefined,
  location: { file: FILE, line: 4, column: 7 },
});

export function checkOf(id: string, run: (context: CheckContext) => Promise<void>) {
  return check({ id, title: `Titre ${id}`, rfc: '§1.3', run });
}

/** Wants `doubler(text)` to be the text twice, for a text of its own. */
export function wants(id: string, text: string) {
  return checkOf(id, async ({ call }) => {
    expectText(await call('doubler', text), { expected: text + text });
  });
}

export const STEP = defineStep({
  exports: { [FILE]: ['doubler'] },
  checks: [wants('C1', 'a'), wants('C2', 'b'), wants('C3', 'c')],
});
export const doubler = (text: string) => text + text;
export const right: FunctionSubjectOptions = { modules: () => ({ [FILE]: { doubler } }) };

type Overrides = { readonly definition?: typeof STEP; readonly deadline?: number };

export function grade(options: FunctionSubjectOptions, overrides: Overrides = {}) {
  const { createSubject, counts } = functionSubjects(options);
  const given = { step: '1.3', definition: STEP, files: {}, createSubject, seed: 7, ...overrides };
  return gradeStep(given).then((report) => ({ report, counts }));
}

export const statuses = (report: Report) => report.tests.map((verdict) => verdict.status);
export const verdictOf = (report: Report, index: number) => {
  const verdict = report.tests[index];
  if (verdict === undefined || verdict.status === 'pass' || verdict.status === 'skipped') {
    throw new Error(`no failure at ${index}`);
  }
  return verdict;
};
