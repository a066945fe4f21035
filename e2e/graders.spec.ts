// The graders' exam of `npm run graders`, taken again in Chromium: the two realms must give the same verdicts.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { allSteps, candidatesOf, loadCourse, type Step } from '../src/catalog/index.ts';
import { keptExam } from '../src/cli/exam-record.ts';
import type { Candidate, Matrix, MatrixRow } from '../src/grading/index.ts';
import { bundleGrading } from './harness/grading-bundle.ts';
import { expect, test } from './sandbox-test.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** `TRAME_GRADER_SEEDS=100` asks for seeds 1 to 100, before a release: minutes for each step rather than seconds. */
const SEEDS = seedsAsked(process.env.TRAME_GRADER_SEEDS ?? '1');
const SEEDS_PER_REALM = 50;
/** Real milliseconds, on a busy machine: what does not end at all, not what is slow. A grading is one program under one seed. */
const LONGEST = { start: 120_000, grading: 5_000 };

const course = await loadCourse(ROOT);
/** A step with a page is graded in Chromium by the command line too: there is no second realm to compare. */
const steps = allSteps(course).filter(({ files }) => !files.some((file) => file.endsWith('.html')));

function seedsAsked(text: string): readonly number[] {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`TRAME_GRADER_SEEDS is a number of seeds, at least 1: ${text}`);
  }
  return Array.from({ length: count }, (_, index) => index + 1);
}

type OnDisk = { readonly steps: readonly Matrix[] };

/** What `npm run check` has just found with these very sources, else an exam taken now. */
async function gradersOnDisk(step: Step): Promise<Matrix | undefined> {
  return (await keptExam(step, SEEDS.length)) ?? examineOnDisk(step.number);
}

function examineOnDisk(step: string): Matrix | undefined {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/graders.ts', step, '--json', '--seeds', String(SEEDS.length)],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as OnDisk).steps[0];
}

/** Whether memory or the deadline stops a program that runs away is for the machine to say, not for the realm. */
const seenFromAfar = (row: MatrixRow) => ({
  ...row,
  statuses: row.statuses.map((status) =>
    status === 'error' || status === 'timeout' ? 'stopped' : status,
  ),
});

for (const step of steps) {
  test(`the graders of ${step.number} hold in Chromium, and agree with real Node`, async ({
    harness,
  }) => {
    const candidates = candidatesOf(course, step);
    test.setTimeout(LONGEST.start + LONGEST.grading * candidates.length * SEEDS.length);
    await harness.evaluate(await bundleGrading([step]));
    const inChromium = await harness.evaluate(
      async ({
        number,
        candidates,
        seeds,
        seedsPerRealm,
      }: {
        number: string;
        candidates: readonly Candidate[];
        seeds: readonly number[];
        seedsPerRealm: number;
      }) => {
        const definition = window.grading.definitions[number];
        if (definition === undefined) throw new Error(`No definition for ${number}`);
        // Of the same bundle as the checks: a check may tell an ended realm by its error's class.
        const { createSubject } = window.grading.createSandbox({
          document,
          runtime: async () => (await fetch('/guest.js')).text(),
        });
        return window.grading.runMatrix({
          step: number,
          definition,
          candidates,
          createSubject,
          seeds,
          seedsPerRealm,
        });
      },
      {
        number: step.number,
        candidates,
        seeds: SEEDS,
        seedsPerRealm: SEEDS_PER_REALM,
      },
    );
    expect(inChromium.breaches).toEqual([]);
    const onDisk = await gradersOnDisk(step);
    expect(onDisk?.breaches).toEqual([]);
    expect(inChromium.rows.map(seenFromAfar)).toEqual(onDisk?.rows.map(seenFromAfar));
  });
}
