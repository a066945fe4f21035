// One press of « Exécuter » to the verdict: runs once at a time, and records what came of it.
import type { Report } from '../grading/index.ts';
import { isComplete } from '../grading/report-questions.ts';
import type { CodePane } from './code-pane.ts';
import { NotFetched, type LabKit } from './lab-kit.ts';
import { codeFingerprint } from './fingerprint.ts';
import { forgetReplaced } from './replaced-work.ts';
import type { RunStore, UnavailableCause } from './run-state.ts';
import type { StepPage } from './step-page.ts';
import { changeProgress, readProgress, writeLastStep } from './step-progress.ts';
import type { StepRunner } from './step-runner.ts';

export type RunCycleOptions = {
  readonly kit: LabKit;
  readonly page: StepPage;
  readonly code: CodePane;
  readonly run: RunStore;
  readonly runner: StepRunner;
};

export class RunCycle {
  /** What the student's answers add to the files of a run, `reponses.json`; set where the step asks questions. */
  answers: () => Promise<Readonly<Record<string, string>>> = () => Promise.resolve({});
  readonly #options: RunCycleOptions;

  constructor(options: RunCycleOptions) {
    this.#options = options;
  }

  /** Resolves when the verdict is in the store; never rejects. While a run goes on, does nothing. */
  async start(): Promise<void> {
    const { code, kit, page, run, runner } = this.#options;
    if (run.get().status === 'running') return;
    void kit.connection.check();
    run.set({ status: 'running' });
    const pressed = performance.now();
    try {
      // What runs, whatever is typed meanwhile.
      const sources = { ...(await code.files).sources };
      const answers = await this.answers();
      const { report, console, trial } = await runner.run({ ...sources, ...answers });
      const milliseconds = performance.now() - pressed;
      const judged = codeFingerprint(page.files, (path) => sources[path] ?? '');
      this.#record(report, judged);
      run.set({ status: 'graded', report, code: judged, console, trial, milliseconds });
    } catch (error) {
      run.set({ status: 'unavailable', cause: await this.#causeOf(error) });
    }
  }

  /** Fetches what a run needs, once; after that the server may go. Nothing of the student's runs. */
  async prepare(): Promise<void> {
    try {
      await this.#options.runner.prepare();
    } catch {
      // « Exécuter » tries again, and says what is wrong; meanwhile the page may say that the server is silent.
      await this.#options.kit.connection.ask();
    }
  }

  async #causeOf(error: unknown): Promise<UnavailableCause> {
    if (!(await this.#options.kit.connection.ask())) return 'offline';
    return error instanceof NotFetched ? 'newer-site' : 'sandbox';
  }

  #record(report: Report, passedCode: string): void {
    const { page } = this.#options;
    writeLastStep(page);
    if (isComplete(report)) {
      changeProgress(page.number, { passed: true, passedCode });
      for (const path of page.files) forgetReplaced(path);
    } else if (report.status !== 'pass') {
      const { failedAttempts } = readProgress(page.number);
      changeProgress(page.number, { failedAttempts: failedAttempts + 1 });
    }
  }
}
