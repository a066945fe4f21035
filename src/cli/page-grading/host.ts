// The page of ours, in the Chromium that the command line drives: it grades there what only a page can run.
import type { ConsoleLine } from '../../evidence/evidence.ts';
import {
  type CreateSubject,
  gradeStep,
  type Report,
  type SeedsTask,
  type StepDefinition,
} from '../../grading/index.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { gradePageSeeds } from './grade-page-seeds.ts';

export type PageGrading = {
  readonly step: string;
  readonly files: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly notes: readonly string[];
};

export type PageSeeds = SeedsTask & { readonly step: string };

export type GradedPage = {
  readonly report: Report;
  readonly consoles: readonly (readonly ConsoleLine[])[];
};

/** What the command line finds on `window`. */
export type PageHost = {
  grade(grading: PageGrading): Promise<GradedPage>;
  /** See `gradePageSeeds()`. */
  gradeSeeds(task: PageSeeds): Promise<readonly Report[]>;
};

declare global {
  interface Window {
    pageHost: PageHost;
  }
}

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
    gradeSeeds: (task) =>
      gradePageSeeds({ ...task, definition, createSubject: sandbox.createSubject }),
  };
}
