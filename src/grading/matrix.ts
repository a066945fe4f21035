// The grader's own exam: every starter, solution, right and wrong program of a step against every check.
import type { Candidate } from './candidate.ts';
import type { StepDefinition } from './define-step.ts';
import { gradeSeeds, type SeedsOptions } from './grade-seeds.ts';
import { MATRIX } from './messages.ts';
import { withAnswers } from './question-candidates.ts';
import { checkIds } from './question-grading.ts';
import { seedlessSignatureOf } from './signature.ts';
import type { CreateSubject } from './subject.ts';
import type { Report, Verdict } from './verdict.ts';

export type MatrixRow = {
  readonly name: string;
  readonly kind: Candidate['kind'];
  /** The check that must reject it; `null` where nothing says which. */
  readonly killer: string | null;
  /** The confusion that it illustrates. */
  readonly misconception: string | null;
  /** Statuses under the first seed, in the order of the checks. */
  readonly statuses: readonly Verdict['status'][];
  /** Whether every seed gave what was wanted. */
  readonly asWanted: boolean;
};

export type Matrix = {
  readonly step: string;
  readonly checks: readonly string[];
  readonly seeds: readonly number[];
  readonly rows: readonly MatrixRow[];
  /** Wrong programs rejected as wanted, of all wrong ones; right ones accepted, of all right ones. */
  readonly killed: readonly [number, number];
  readonly accepted: readonly [number, number];
  /** One French sentence for each breach; empty when the grader can be trusted. */
  readonly breaches: readonly string[];
};

export type MatrixOptions = Exam & (OwnGrading | OthersGrading);

/** What a program is graded with: the rest is the same for all. */
export type SeedsTask = Pick<SeedsOptions, 'files' | 'seeds' | 'deadline'>;

type OwnGrading = { readonly createSubject: CreateSubject };

/** `gradeSeeds()` runs elsewhere, where the realms are. */
type OthersGrading = { readonly gradeSeeds: (task: SeedsTask) => Promise<readonly Report[]> };

type Exam = {
  readonly step: string;
  readonly definition: StepDefinition;
  readonly candidates: readonly Candidate[];
  readonly seeds: readonly number[];
  /** How many programs are graded at once. Default 1. */
  readonly parallel?: number;
  /** How many seeds one realm serves (`gradeSeeds()`). Default 1: every grading has its own. */
  readonly seedsPerRealm?: number;
  /** Called now and then with the gradings done, of all. */
  readonly progress?: (done: number, total: number) => void;
};

/** Five times a student's: a busy machine must not change what is said of a grader. */
const PATIENT_DEADLINE = 10_000;

/** Grades every candidate under every seed. Each gets realms of its own: the order changes nothing. */
export async function runMatrix(options: MatrixOptions): Promise<Matrix> {
  const { definition, seeds, step } = options;
  const candidates = withAnswers(definition, step, options.candidates);
  const reportsOf = await gradeAll({ ...options, candidates });
  const rows: MatrixRow[] = [];
  const breaches: string[] = [];
  const caught = new Set<string>();
  for (const [index, candidate] of candidates.entries()) {
    const reports = reportsOf[index] ?? [];
    if (candidate.kind === 'wrong' || candidate.kind === 'starter') {
      for (const id of reports.flatMap(rejectingChecks)) caught.add(id);
    }
    const found = [
      ...reports.flatMap((report) => breachesOf(candidate, report)),
      ...instability(candidate, reports),
    ];
    breaches.push(...found);
    rows.push({
      name: candidate.name,
      kind: candidate.kind,
      killer: candidate.kind === 'wrong' ? candidate.killer : null,
      misconception: candidate.kind === 'wrong' ? (candidate.misconception ?? null) : null,
      statuses: reports[0]?.tests.map((test) => test.status) ?? [],
      asWanted: found.length === 0,
    });
  }
  const checks = checkIds(definition);
  for (const id of checks) if (!caught.has(id)) breaches.push(MATRIX.decorative(id));
  const [killed, accepted] = [score(rows, 'wrong'), score(rows, 'right')];
  return { step, checks, seeds, rows, killed, accepted, breaches };
}

/** One list of reports for each candidate, in order of seeds, with at most `parallel` gradings under way. */
async function gradeAll(options: MatrixOptions): Promise<readonly (readonly Report[])[]> {
  const { candidates, parallel = 1, progress } = options;
  const grade = graderOf(options);
  const batches = inBatches(options.seeds, options.seedsPerRealm ?? 1);
  const reportsOf = candidates.map((): Report[][] => []);
  const waiting = batches.flatMap((seeds, place) =>
    candidates.map(({ files }, candidate) => ({ files, candidate, seeds, place })),
  );
  const total = candidates.length * options.seeds.length;
  let done = 0;
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const { files, seeds, candidate, place } = task;
      const reports = await grade({ files, seeds, deadline: PATIENT_DEADLINE });
      const batched = reportsOf[candidate];
      if (batched !== undefined) batched[place] = [...reports];
      done += seeds.length;
      progress?.(done, total);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return reportsOf.map((batched) => batched.flat());
}

function graderOf(options: MatrixOptions): OthersGrading['gradeSeeds'] {
  if ('gradeSeeds' in options) return options.gradeSeeds;
  const { step, definition, createSubject } = options;
  return (task) => gradeSeeds({ step, definition, createSubject, ...task });
}

function inBatches(seeds: readonly number[], size: number): readonly (readonly number[])[] {
  const count = Math.ceil(seeds.length / size);
  return Array.from({ length: count }, (_, index) => seeds.slice(index * size, (index + 1) * size));
}

/** Rule A5, for one candidate under one seed. */
function breachesOf(candidate: Candidate, report: Report): readonly string[] {
  const { name } = candidate;
  if (candidate.kind === 'starter') return report.status === 'pass' ? [MATRIX.starterPasses] : [];
  const rejecting = report.tests.filter((test) => test.status !== 'pass');
  if (candidate.kind !== 'wrong') {
    return rejecting.map((test) => MATRIX.refused(name, report.seed, test.id, test.message));
  }
  // A program that does not load is rejected for a reason that has nothing to do with its mistake.
  const [first] = rejecting;
  if (report.status === 'error' && first !== undefined) {
    return [MATRIX.notLoaded(name, report.seed, first.message)];
  }
  const ids = rejectingChecks(report);
  const { killer, onlyKiller } = candidate;
  if (!ids.includes(killer)) return [MATRIX.survived(name, report.seed, killer)];
  const others = ids.filter((id) => id !== killer);
  return onlyKiller && others.length > 0
    ? [MATRIX.alsoRefused(name, report.seed, killer, others.join(', '))]
    : [];
}

/** Hints by signature need one signature for each program, whatever the seed. */
function instability(candidate: Candidate, reports: readonly Report[]): readonly string[] {
  const [first, ...others] = reports;
  if (first === undefined) return [];
  const odd = others.filter((report) => seedlessSignatureOf(report) !== seedlessSignatureOf(first));
  if (odd.length === 0) return [];
  const seeds = [first, ...odd].slice(0, 4).map((report) => report.seed);
  return [MATRIX.unstable(candidate.name, seeds.join(', '))];
}

function rejectingChecks(report: Report): readonly string[] {
  return report.tests
    .filter(({ status }) => status === 'fail' || status === 'error' || status === 'timeout')
    .map((test) => test.id);
}

function score(rows: readonly MatrixRow[], kind: Candidate['kind']): readonly [number, number] {
  const ofKind = rows.filter((row) => row.kind === kind);
  return [ofKind.filter((row) => row.asWanted).length, ofKind.length];
}
