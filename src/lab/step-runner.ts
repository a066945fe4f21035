// Runs the checks of a step on the student's files, in a fresh realm of the lab's sandbox.
import type { ConsoleLine } from '../evidence/evidence.ts';
import type {
  CompletedFiles,
  CreateSubject,
  Report,
  StepDefinition,
  Subject,
} from '../grading/index.ts';
import type { LabEngine, LabKit, Sandbox } from './lab-kit.ts';
import { stepsBefore, type SolvedStep } from './solved-steps.ts';
import type { StepPage } from './step-page.ts';
import type { TrialOutcome } from './trial-outcome.ts';
import { runTrial } from './trial-run.ts';

export type Run = {
  readonly report: Report;
  readonly console: readonly ConsoleLine[];
  readonly trial: TrialOutcome | null;
};

type Files = Readonly<Record<string, string>>;
/** What a run needs, fetched. */
type Tools = {
  readonly definition: StepDefinition;
  readonly engine: LabEngine;
  readonly solved: readonly SolvedStep[];
  readonly sandbox: Sandbox;
};

export class StepRunner {
  readonly #kit: LabKit;
  readonly #page: StepPage;

  constructor(kit: LabKit, page: StepPage) {
    this.#kit = kit;
    this.#page = page;
  }

  /** Fetches what a run needs and boots the spare worker; runs nothing of the student's. */
  async prepare(): Promise<void> {
    const { sandbox } = await this.#tools();
    await sandbox.prepare();
  }

  /**
   * The free trial first, then the checks. `files`: every file that the student writes here, the trial's too.
   * Rejects only when something could not be fetched or started: whatever the student wrote ends in an outcome.
   */
  async run(files: Files): Promise<Run> {
    const tools = await this.#tools();
    const { engine, solved } = tools;
    const { path } = this.#page.trial;
    const graded = Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
    const completed = await engine.withEarlierWork(graded, stepsBefore(solved, this.#page.number));
    const trial = await this.#try({ ...completed.files, [path]: files[path] ?? '' }, tools);
    return { trial, ...(await this.#grade(completed, tools)) };
  }

  async #try(files: Files, { engine, sandbox, definition }: Tools): Promise<TrialOutcome | null> {
    const { path } = this.#page.trial;
    if (files[path]?.trim() === '') return null;
    const { packages = [] } = definition;
    return runTrial({ path, files, packages }, sandbox, engine);
  }

  async #grade({ files, notes }: CompletedFiles, { engine, sandbox, definition }: Tools) {
    const subjects: Subject[] = [];
    const createSubject: CreateSubject = async (options) => {
      const subject = await sandbox.createSubject(options);
      subjects.push(subject);
      return subject;
    };
    const report = await engine.gradeStep({
      step: this.#page.number,
      definition,
      files,
      notes,
      createSubject,
      seed: randomSeed(),
    });
    return { report, console: subjects.flatMap((subject) => [...subject.console]) };
  }

  async #tools(): Promise<Tools> {
    const [checks, engine, solved] = await Promise.all([
      this.#kit.checks(this.#page.folder),
      this.#kit.engine(),
      this.#kit.solutions(),
    ]);
    const definition = engine.withQuestions(checks, this.#page.questions);
    const sandbox = await this.#kit.sandbox(definition.packages, definition.realm);
    return { definition, engine, solved, sandbox };
  }
}

/** Plain `http` on a LAN has `getRandomValues`, though not `randomUUID`. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] ?? 1;
}
