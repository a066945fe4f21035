// How long a student waits: from « Exécuter » to the verdict of a step, in Chromium, on the built site.
import type { Page } from '@playwright/test';
import { allSteps, loadCourse, stepAt } from '../src/catalog/index.ts';
import { bundleGrading } from '../e2e/harness/grading-bundle.ts';

export type RunTimes = {
  /** Nothing is there yet: the frame, the runtime and the worker are fetched and booted. */
  readonly cold: readonly number[];
  /** The frame is open; the worker boots. */
  readonly warm: readonly number[];
  /** A worker waits: what every press after the first gives. */
  readonly spare: readonly number[];
};

/** Milliseconds, `times` samples of each, of the solution of step `number`. `page` shows any page of the site; the server must be up. */
export async function measureRuns(
  page: Page,
  root: string,
  number: string,
  times: number,
): Promise<RunTimes> {
  const course = await loadCourse(root);
  const step = stepAt(course, number);
  if (step === null) throw new Error(`Step ${number} is not in the catalog`);
  await page.evaluate(await bundleGrading(allSteps(course)));
  return page.evaluate(
    async ({ files, number, times }) => {
      const { createSandbox, definitions, gradeStep } = window.grading;
      const definition = definitions[number];
      if (definition === undefined) throw new Error(`No definition of ${number}`);
      const runtime = async () => (await fetch('/sandbox/runtime.js')).text();
      const newSandbox = () => createSandbox({ document, runtime });
      const timeOf = async (sandbox: ReturnType<typeof newSandbox>): Promise<number> => {
        const started = performance.now();
        const report = await gradeStep({
          step: number,
          definition,
          files,
          createSubject: sandbox.createSubject,
          seed: 1,
        });
        const elapsed = performance.now() - started;
        if (report.status !== 'pass') throw new Error(JSON.stringify(report.tests));
        return elapsed;
      };
      const cold: number[] = [];
      const warm: number[] = [];
      const spare: number[] = [];
      for (let i = 0; i < times; i++) {
        const sandbox = newSandbox();
        cold.push(await timeOf(sandbox));
        await sandbox.prepare();
        // Taking the spare leaves an open frame whose next worker has not booted.
        const taken = await sandbox.createSubject({ files: {}, modules: [], seed: 1 });
        warm.push(await timeOf(sandbox));
        await taken[Symbol.asyncDispose]();
        await sandbox.prepare();
        spare.push(await timeOf(sandbox));
        sandbox.dispose();
      }
      return { cold, warm, spare };
    },
    { files: step.solution, number, times },
  );
}
