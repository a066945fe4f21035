// The realm that the checks of one run share, replaced when the student's program ended in it.
import { callOutcomes, returnedBy } from './call.ts';
import type { Check, CheckContext } from './check.ts';
import { CheckFailure } from './check-failure.ts';
import { failed, interrupted, passed, skipped } from './check-verdict.ts';
import type { StepDefinition } from './define-step.ts';
import { endingVerdict, type Interruption, silenceVerdict } from './ending-verdict.ts';
import { loadFailure } from './load-verdict.ts';
import { ENDING } from './messages.ts';
import { createRandom } from './random.ts';
import { type Cloneable, type CreateSubject, type Subject, SubjectEnded } from './subject.ts';
import type { Verdict } from './verdict.ts';

export type RealmOptions = {
  readonly definition: StepDefinition;
  /** Every file the student's code may import, those supplied from solutions included. */
  readonly files: Readonly<Record<string, string>>;
  readonly createSubject: CreateSubject;
  /** An integer ≥ 0; the same seed and files give the same report. */
  readonly seed: number;
  /** Real milliseconds that one check may take. Default 2000. */
  readonly deadline?: number;
};

const DEFAULT_DEADLINE = 2000;
// The Subject kills what does not answer; the runner only catches what answers pings but nothing else.
const GRACE = 1000;
// A program that keeps a check busy without end is known by what its realm has answered, which no load changes: the
// longest sound check needs some 700 answers. In the end time counts after all, far beyond what a starved machine takes.
const MAX_ANSWERS = 10_000;
const MAX_EXTENSIONS = 20;
// A loop or a promise without end in every check must not cost the deadline as many times as there are checks.
const MAX_LOST = 2;

/** Holds the realm that checks share. States: closed → open ⇄ closed (it ended), until MAX_LOST. */
export class SharedRealm {
  readonly #options: RealmOptions;
  readonly #deadline: number;
  #subject: Subject | null = null;
  #seed: number;
  /** Checks that were stopped before they could say anything. */
  #lost = 0;

  /** Those that the step is about; a crash elsewhere comes of what they gave. */
  get #ownFiles(): readonly string[] {
    return Object.keys(this.#options.definition.exports);
  }

  constructor(options: RealmOptions) {
    this.#options = options;
    this.#seed = options.seed;
    this.#deadline = options.deadline ?? DEFAULT_DEADLINE;
  }

  /** The checks that follow draw from another seed; what the realm remembers of those before stays. */
  continueWith(seed: number): void {
    this.#seed = seed;
    this.#lost = 0;
  }

  /** Makes a realm and loads the code in it; says why it could not be loaded, or `null`. */
  async open(): Promise<Interruption | null> {
    // A step that has only questions runs nothing.
    if (this.#options.definition.checks.length === 0) return null;
    const subject = await this.#create();
    this.#subject = subject;
    return this.#load(subject);
  }

  #create(): Promise<Subject> {
    const { definition, files, createSubject } = this.#options;
    const { support = {} } = definition;
    return createSubject({
      files: { ...files, ...support },
      modules: [...Object.keys(support), ...Object.keys(definition.exports)],
      seed: this.#seed,
      deadline: this.#deadline,
      ...(definition.realm === undefined ? {} : { realm: definition.realm }),
      ...(definition.packages === undefined ? {} : { packages: definition.packages }),
      ...(definition.freeze === undefined ? {} : { freeze: definition.freeze }),
    });
  }

  async #load(subject: Subject): Promise<Interruption | null> {
    const attempt = await this.#attempt([subject], () => subject.load(), null);
    if (attempt.status === 'interrupted') return attempt.interruption;
    if (attempt.status === 'failed') throw attempt.error;
    const detail = loadFailure(attempt.value, this.#options.definition);
    return detail === null ? null : { status: 'error', detail };
  }

  async run(check: Check, remarks: Remarks): Promise<Verdict> {
    if (this.#lost >= MAX_LOST) return skipped(check, ENDING.skipped);
    if (this.#subject === null) {
      const failure = await this.open();
      if (failure !== null) return this.#end(check, failure);
    }
    const subject = this.#subject;
    if (subject === null) return skipped(check, ENDING.skipped);
    const fresh: Subject[] = [];
    try {
      while (fresh.length < (check.freshSubjects ?? 0)) {
        const another = await this.#create();
        fresh.push(another);
        const failure = await this.#load(another);
        if (failure !== null) return await this.#end(check, failure);
      }
      return await this.#judge(check, { subject, fresh }, remarks);
    } finally {
      await Promise.all(fresh.map((each) => each[Symbol.asyncDispose]()));
    }
  }

  async #judge(check: Check, subjects: Subjects, { notes, exhibits }: Remarks): Promise<Verdict> {
    const remarks: Remarks = { notes: [], exhibits };
    const context = this.#contextFor(check, subjects, remarks);
    const work = () => check.run(context);
    const attempt = await this.#attempt(
      [subjects.subject, ...subjects.fresh],
      work,
      this.#deadline + GRACE,
    );
    for (const remark of remarks.notes) if (!notes.includes(remark)) notes.push(remark);
    switch (attempt.status) {
      case 'done':
        return passed(check);
      case 'interrupted':
        return this.#end(check, attempt.interruption);
      case 'failed': {
        const verdict = failed(check, attempt.error);
        if (verdict.status === 'timeout') this.#lost += 1;
        return verdict;
      }
    }
  }

  async close(): Promise<void> {
    const subject = this.#subject;
    this.#subject = null;
    await subject?.[Symbol.asyncDispose]();
  }

  async #end(check: Check, interruption: Interruption): Promise<Verdict> {
    await this.close();
    this.#lost += 1;
    return interrupted(check, interruption);
  }

  #contextFor(check: Check, { subject, fresh }: Subjects, remarks: Remarks): CheckContext {
    const { definition } = this.#options;
    const calls: CheckContext['calls'] = async (name, argumentLists, properties) => {
      const outcomes = await callOutcomes(subject, definition, name, argumentLists, properties);
      return outcomes.map((outcome, index) =>
        returnedBy(outcome, name, argumentLists[index] ?? [], this.#ownFiles),
      );
    };
    return {
      subject,
      fresh,
      random: createRandom(this.#seed, check.id),
      note: (sentence) => {
        remarks.notes.push(sentence);
      },
      exhibit: (name, value) => {
        remarks.exhibits[name] = value;
      },
      calls,
      call: async (name, ...argumentList) => {
        const [outcome] = await callOutcomes(subject, definition, name, [argumentList]);
        if (outcome === undefined) throw new Error('one call gave no outcome');
        return returnedBy(outcome, name, argumentList, this.#ownFiles);
      },
      outcomes: (name, argumentLists, properties) =>
        callOutcomes(subject, definition, name, argumentLists, properties),
    };
  }

  /**
   * Waits for `work` or for the realm's end, whichever comes first; with `patience`, not longer than so many real
   * milliseconds in which the realm gives no answer, and not for ever.
   * Loading has none: starting a realm takes the machine's time, and the Subject has its own deadline.
   */
  async #attempt<Value>(
    subjects: readonly Subject[],
    work: () => Promise<Value>,
    patience: number | null,
  ): Promise<Attempt<Value>> {
    // A check whose `run` is no async function may throw before it gives a promise.
    const started = Promise.resolve().then(work);
    const settled = started.then(
      (value): Attempt<Value> => ({ status: 'done', value }),
      (error: unknown): Attempt<Value> => attemptThatThrew(error, this.#ownFiles),
    );
    const ended = Promise.race(subjects.map((subject) => subject.ended)).then(
      async (ending): Promise<Attempt<Value>> => {
        // A check that was waiting has been told too, and may know what it did to the program: it speaks first.
        await nextTurn();
        return { status: 'interrupted', interruption: endingVerdict(ending, this.#ownFiles) };
      },
    );
    if (patience === null) return Promise.race([settled, ended]);
    const silence = Promise.withResolvers<Attempt<Value>>();
    const answersOf = () => subjects.reduce((sum, subject) => sum + subject.answers, 0);
    let answers = answersOf();
    const mostAnswers = answers + MAX_ANSWERS;
    let extensions = 0;
    const timer = setInterval(() => {
      const hasMoved = answersOf() !== answers && answersOf() < mostAnswers;
      if (hasMoved && extensions < MAX_EXTENSIONS) {
        answers = answersOf();
        extensions += 1;
        return;
      }
      silence.resolve({ status: 'interrupted', interruption: silenceVerdict(this.#deadline) });
    }, patience);
    try {
      return await Promise.race([settled, ended, silence.promise]);
    } finally {
      clearInterval(timer);
    }
  }
}

function attemptThatThrew(error: unknown, ownFiles: readonly string[]): Attempt<never> {
  if (error instanceof SubjectEnded) {
    return { status: 'interrupted', interruption: endingVerdict(error.ending, ownFiles) };
  }
  if (error instanceof CheckFailure && error.isEnding && error.status !== 'fail') {
    const { status, detail } = error;
    return { status: 'interrupted', interruption: { status, detail } };
  }
  return { status: 'failed', error };
}

/** All that promises have to do is done when it resolves. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** What checks leave for the report beside their verdicts. */
export type Remarks = {
  readonly notes: string[];
  readonly exhibits: Record<string, Cloneable>;
};

type Subjects = Pick<CheckContext, 'subject' | 'fresh'>;

type Attempt<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'interrupted'; readonly interruption: Interruption };
