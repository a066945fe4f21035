// The page of ours, in the Chromium that the command line drives: it grades there what only a page can run.
import type { ConsoleLine } from '../../evidence/evidence.ts';
import {
  type Candidate,
  type CreateSubject,
  gradeStep,
  type Matrix,
  type Report,
  runMatrix,
  type StepDefinition,
} from '../../grading/index.ts';
import { createSandbox } from '../../sandbox/index.ts';

export type PageGrading = {
  readonly step: string;
  readonly files: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly notes: readonly string[];
};

export type PageMatrix = {
  readonly step: string;
  readonly candidates: readonly Candidate[];
  readonly seeds: readonly number[];
};

export type GradedPage = {
  readonly report: Report;
  readonly consoles: readonly (readonly ConsoleLine[])[];
};

/** What the command line finds on `window`. */
export type PageHost = {
  grade(grading: PageGrading): Promise<GradedPage>;
  matrix(matrix: PageMatrix): Promise<Matrix>;
};

declare global {
  interface Window {
    pageHost: PageHost;
    /** Exposed by the command line. */
    pageProgress?: (done: number, total: number) => void;
  }
}

/** Students' pages share one thread, and loading one waits while another is flooded: one at a time. */
const PARALLEL = 1;

/** The verdict is computed here, outside the frame in which the student's code runs. */
export function openPageHost(definition: StepDefinition): void {
  const sandbox = createSandbox({
    document,
    holds: 'pages',
    runtime: async () => (await fetch('/sandbox/page/runtime.js')).text(),
  });
  window.pageHost = {
    grade: async ({ step, files, seed, notes }) => {
      const consoles: (readonly ConsoleLine[])[] = [];
      const createSubject: CreateSubject = async (options) => {
        const subject = await sandbox.createSubject(options);
        consoles.push(subject.console);
        return subject;
      };
      const report = await gradeStep({ step, definition, files, createSubject, seed, notes });
      return { report, consoles };
    },
    matrix: ({ step, candidates, seeds }) =>
      runMatrix({
        step,
        definition,
        candidates,
        createSubject: sandbox.createSubject,
        seeds,
        parallel: PARALLEL,
        progress: (done, total) => {
          window.pageProgress?.(done, total);
        },
      }),
  };
}
