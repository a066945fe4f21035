// One program under many seeds, for the exam of the graders: a realm serves several, and only agreement is believed.
import { gradeStep, type GradeOptions, runChecks, unloaded } from './grade-step.ts';
import { SharedRealm } from './shared-realm.ts';
import { seedlessSignatureOf, signatureOf } from './signature.ts';
import type { Report } from './verdict.ts';

export type SeedsOptions = Omit<GradeOptions, 'seed'> & { readonly seeds: readonly number[] };

/**
 * Real milliseconds for a program that the deadline has stopped once already: a loop without end costs a hundred seeds
 * a hundred deadlines. What is said in so short a time is believed only where it is what was said before.
 */
const SHORT_DEADLINE = 500;

/**
 * The reports of `gradeStep()`, one for each seed, for the price of one realm. The first seed has it fresh. What a later
 * one says in it counts only where it says the same; a program that remembers is graded again, in a realm of its own.
 */
export async function gradeSeeds(options: SeedsOptions): Promise<readonly Report[]> {
  const [first, ...others] = options.seeds;
  if (first === undefined) return [];
  const realm = new SharedRealm({ ...options, seed: first });
  try {
    const model = await gradeFirst(realm, { ...options, seed: first });
    const reports = [model];
    for (const seed of others) {
      const own = { ...options, seed };
      reports.push((await gradeCheaply(model, realm, own)) ?? (await gradeStep(own)));
    }
    return reports;
  } finally {
    await realm.close();
  }
}

async function gradeFirst(realm: SharedRealm, options: GradeOptions): Promise<Report> {
  const failure = await realm.open();
  return failure === null ? runChecks(realm, options) : unloaded(options, failure);
}

/** A report that agrees with `model`, for less than the price of `gradeStep()`, or `null`. */
async function gradeCheaply(
  model: Report,
  realm: SharedRealm,
  options: GradeOptions,
): Promise<Report | null> {
  if (isShareable(model)) return gradeLike(model, realm, options);
  return model.tests.some(({ status }) => status === 'timeout')
    ? gradeInHaste(model, options)
    : null;
}

async function gradeInHaste(model: Report, options: GradeOptions): Promise<Report | null> {
  const report = await gradeStep({ ...options, deadline: SHORT_DEADLINE });
  return seedlessSignatureOf(report) === seedlessSignatureOf(model) ? report : null;
}

/** The report in a realm that other seeds have used, or `null` when it is not that of `model`. */
async function gradeLike(
  model: Report,
  realm: SharedRealm,
  options: GradeOptions,
): Promise<Report | null> {
  realm.continueWith(options.seed);
  const report = await runChecks(realm, options);
  return signatureOf(report) === signatureOf(model) ? report : null;
}

/** A program that ends its realm, or keeps it waiting, leaves nothing to share. */
function isShareable(report: Report): boolean {
  return report.tests.every(({ status }) => status === 'pass' || status === 'fail');
}
