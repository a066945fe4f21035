// Runs the checks of one step against the student's files and says one verdict for each.
import { interrupted, skipped } from './check-verdict.ts';
import type { Interruption } from './ending-verdict.ts';
import { LOAD } from './messages.ts';
import { gradeQuestions } from './question-grading.ts';
import { type RealmOptions, SharedRealm } from './shared-realm.ts';
import type { Cloneable } from './subject.ts';
import type { Report, Verdict } from './verdict.ts';

export type GradeOptions = RealmOptions & {
  /** `1.3`, for the report. */
  readonly step: string;
  /** Sentences that the report must carry, for instance which files were supplied. */
  readonly notes?: readonly string[];
};

/**
 * Loads the code once and shares that realm between checks; a check during which it ended gets the blame,
 * and the next one starts on a fresh realm. Never throws for a student's mistake. The answers to the step's questions
 * are graded apart: neither code nor answers hide what is said of the other.
 */
export async function gradeStep(options: GradeOptions): Promise<Report> {
  const realm = new SharedRealm(options);
  try {
    const failure = await realm.open();
    if (failure !== null) return unloaded(options, failure);
    return await runChecks(realm, options);
  } finally {
    await realm.close();
  }
}

/** The report of a program that could not be loaded: the first check says why. */
export function unloaded(options: GradeOptions, failure: Interruption): Report {
  const { definition, step, seed, notes = [] } = options;
  const tests = definition.checks.map((check, index) =>
    index === 0 ? interrupted(check, failure) : skipped(check, LOAD.skipped),
  );
  const questions = gradeQuestions(options);
  return {
    step,
    seed,
    status: 'error',
    tests: [...tests, ...questions.tests],
    notes: [...notes, ...questions.notes],
  };
}

/** One verdict for each check, in a realm that is open, then one for each question. */
export async function runChecks(realm: SharedRealm, options: GradeOptions): Promise<Report> {
  const { definition, step, seed } = options;
  const notes: string[] = [...(options.notes ?? [])];
  const tests: Verdict[] = [];
  const exhibits: Record<string, Cloneable> = {};
  for (const check of definition.checks) tests.push(await realm.run(check, { notes, exhibits }));
  const questions = gradeQuestions(options);
  notes.push(...questions.notes);
  const counted = [...tests, ...countedQuestions(definition, questions.tests)];
  const status = counted.every((test) => test.status === 'pass') ? 'pass' : 'fail';
  const report = { step, seed, status, tests: [...tests, ...questions.tests], notes } as const;
  return Object.keys(exhibits).length === 0 ? report : { ...report, exhibits };
}

/** A question without an answer does not count, unless the step has nothing but questions. */
function countedQuestions(
  { checks }: GradeOptions['definition'],
  tests: readonly Verdict[],
): readonly Verdict[] {
  return checks.length === 0 ? tests : tests.filter(({ status }) => status !== 'skipped');
}
