// Runs the checks of a step on the student's files, in a fresh realm of the lab's sandbox.
import type { ConsoleLine } from '../evidence/evidence.ts';
import type { CreateSubject, Report, Subject } from '../grading/index.ts';
import type { LabKit } from './lab-kit.ts';
import { stepsBefore } from './solved-steps.ts';
import type { StepPage } from './step-page.ts';

export type Run = { readonly report: Report; readonly console: readonly ConsoleLine[] };

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

  /** Rejects only when something could not be fetched or started: whatever the student wrote ends in a report. */
  async run(files: Readonly<Record<string, string>>): Promise<Run> {
    const { definition, sandbox, engine, solved } = await this.#tools();
    const completed = await engine.withEarlierWork(files, stepsBefore(solved, this.#page.number));
    const subjects: Subject[] = [];
    const createSubject: CreateSubject = async (options) => {
      const subject = await sandbox.createSubject(options);
      subjects.push(subject);
      return subject;
    };
    const report = await engine.gradeStep({
      step: this.#page.number,
      definition,
      files: completed.files,
      notes: completed.notes,
      createSubject,
      seed: randomSeed(),
    });
    return { report, console: subjects.flatMap((subject) => [...subject.console]) };
  }

  async #tools() {
    const [definition, engine, solved] = await Promise.all([
      this.#kit.checks(this.#page.folder),
      this.#kit.engine(),
      this.#kit.solutions(),
    ]);
    return { definition, engine, solved, sandbox: await this.#kit.sandbox(definition.packages) };
  }
}

/** Plain `http` on a LAN has `getRandomValues`, though not `randomUUID`. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] ?? 1;
}
