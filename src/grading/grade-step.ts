// Runs the checks of one step against the student's files and says one verdict for each.
import { callOutcomes, returnedBy } from './call.ts';
import type { Check, CheckContext } from './check.ts';
import { CheckFailure, completeDetail } from './check-failure.ts';
import type { StepDefinition } from './define-step.ts';
import { endingVerdict, type Interruption, silenceVerdict } from './ending-verdict.ts';
import { loadFailure } from './load-verdict.ts';
import { ENDING, LOAD, RUNNER } from './messages.ts';
import { createRandom } from './random.ts';
import { type CreateSubject, type Subject, SubjectEnded } from './subject.ts';
import type { Report, Verdict } from './verdict.ts';

export type GradeOptions = {
  /** `1.3`, for the report. */
  readonly step: string;
  readonly definition: StepDefinition;
  /** Every file the student's code may import, those supplied from solutions included. */
  readonly files: Readonly<Record<string, string>>;
  readonly createSubject: CreateSubject;
  /** An integer ≥ 0; the same seed and files give the same report. */
  readonly seed: number;
  /** Real milliseconds that one check may take. Default 2000. */
  readonly deadline?: number;
  /** Sentences that the report must carry, for instance which files were supplied. */
  readonly notes?: readonly string[];
};

const DEFAULT_DEADLINE = 2000;
// The Subject kills what does not answer; the runner only catches what answers but stays silent.
const GRACE = 500;
// An endless loop in every check must not cost the deadline as many times as there are checks.
const MAX_ENDINGS = 2;

/**
 * Loads the code once and shares that realm between checks; a check during which it ended gets the blame,
 * and the next one starts on a fresh realm. Never throws for a student's mistake.
 */
export async function gradeStep(options: GradeOptions): Promise<Report> {
  const { definition, step, seed } = options;
  const notes: string[] = [...(options.notes ?? [])];
  const realm = new RealmKeeper(options);
  try {
    const failure = await realm.open();
    if (failure !== null) {
      const tests = definition.checks.map((check, index) =>
        index === 0 ? interrupted(check, failure) : skipped(check, LOAD.skipped),
      );
      return { step, seed, status: 'error', tests, notes };
    }
    const tests: Verdict[] = [];
    for (const check of definition.checks) tests.push(await realm.run(check, notes));
    const status = tests.every((test) => test.status === 'pass') ? 'pass' : 'fail';
    return { step, seed, status, tests, notes };
  } finally {
    await realm.close();
  }
}

/** Holds the realm that checks share. States: closed → open ⇄ closed (it ended), until MAX_ENDINGS. */
class RealmKeeper {
  readonly #options: GradeOptions;
  readonly #deadline: number;
  #subject: Subject | null = null;
  #endings = 0;

  constructor(options: GradeOptions) {
    this.#options = options;
    this.#deadline = options.deadline ?? DEFAULT_DEADLINE;
  }

  /** Makes a realm and loads the code in it; says why it could not be loaded, or `null`. */
  async open(): Promise<Interruption | null> {
    const { definition, files, seed, createSubject } = this.#options;
    const subject = await createSubject({
      files,
      modules: Object.keys(definition.exports),
      seed,
      deadline: this.#deadline,
      ...(definition.packages === undefined ? {} : { packages: definition.packages }),
    });
    this.#subject = subject;
    const attempt = await this.#attempt(subject, () => subject.load());
    if (attempt.status === 'interrupted') return attempt.interruption;
    if (attempt.status === 'failed') throw attempt.error;
    const detail = loadFailure(attempt.value, definition);
    return detail === null ? null : { status: 'error', detail };
  }

  async run(check: Check, notes: string[]): Promise<Verdict> {
    if (this.#endings >= MAX_ENDINGS) return skipped(check, ENDING.skipped);
    if (this.#subject === null) {
      const failure = await this.open();
      if (failure !== null) return this.#end(check, failure);
    }
    const subject = this.#subject;
    if (subject === null) return skipped(check, ENDING.skipped);
    const remarks: string[] = [];
    const context = this.#contextFor(check, subject, remarks);
    const attempt = await this.#attempt(subject, () => check.run(context));
    for (const remark of remarks) if (!notes.includes(remark)) notes.push(remark);
    switch (attempt.status) {
      case 'done':
        return { ...headOf(check), status: 'pass' };
      case 'interrupted':
        return this.#end(check, attempt.interruption);
      case 'failed':
        return failed(check, attempt.error);
    }
  }

  async close(): Promise<void> {
    const subject = this.#subject;
    this.#subject = null;
    await subject?.[Symbol.asyncDispose]();
  }

  async #end(check: Check, interruption: Interruption): Promise<Verdict> {
    await this.close();
    this.#endings += 1;
    return interrupted(check, interruption);
  }

  #contextFor(check: Check, subject: Subject, remarks: string[]): CheckContext {
    const { definition, seed } = this.#options;
    const calls: CheckContext['calls'] = async (name, argumentLists) => {
      const outcomes = await callOutcomes(subject, definition, name, argumentLists);
      return outcomes.map((outcome, index) =>
        returnedBy(outcome, name, argumentLists[index] ?? []),
      );
    };
    return {
      subject,
      random: createRandom(seed, check.id),
      note: (sentence) => {
        remarks.push(sentence);
      },
      calls,
      call: async (name, ...argumentList) => {
        const [outcome] = await callOutcomes(subject, definition, name, [argumentList]);
        if (outcome === undefined) throw new Error('one call gave no outcome');
        return returnedBy(outcome, name, argumentList);
      },
      outcomes: (name, argumentLists) => callOutcomes(subject, definition, name, argumentLists),
    };
  }

  /** Waits for `work`, for the realm's end, or for the deadline, whichever comes first. */
  async #attempt<Value>(subject: Subject, work: () => Promise<Value>): Promise<Attempt<Value>> {
    const limit = this.#deadline + GRACE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<Attempt<Value>>((resolve) => {
      timer = setTimeout(() => {
        resolve({ status: 'interrupted', interruption: silenceVerdict(this.#deadline) });
      }, limit);
    });
    // A check whose `run` is no async function may throw before it gives a promise.
    const started = Promise.resolve().then(work);
    const settled = started.then(
      (value): Attempt<Value> => ({ status: 'done', value }),
      (error: unknown): Attempt<Value> =>
        error instanceof SubjectEnded
          ? { status: 'interrupted', interruption: endingVerdict(error.ending) }
          : { status: 'failed', error },
    );
    const ended = subject.ended.then((ending): Attempt<Value> => ({
      status: 'interrupted',
      interruption: endingVerdict(ending),
    }));
    try {
      return await Promise.race([settled, ended, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}

type Attempt<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'interrupted'; readonly interruption: Interruption };

function headOf(check: Check) {
  return { id: check.id, name: check.title, rfc: check.rfc };
}

function interrupted(check: Check, { status, detail }: Interruption): Verdict {
  return { ...headOf(check), status, ...detail };
}

function skipped(check: Check, message: string): Verdict {
  return { ...headOf(check), status: 'skipped', message };
}

/** Anything but a `CheckFailure` is a mistake of the check's author, and must not look like the student's. */
function failed(check: Check, error: unknown): Verdict {
  if (error instanceof CheckFailure) {
    return { ...headOf(check), status: error.status, ...error.detail };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const detail = { message: RUNNER.brokenCheck(reason), hint: RUNNER.brokenCheckHint };
  return { ...headOf(check), status: 'error', ...completeDetail(detail) };
}
