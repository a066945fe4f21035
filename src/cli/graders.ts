// `npm run -s graders`: examines the graders themselves, with every program of labs/, under real Node.
import { availableParallelism } from 'node:os';

import { allSteps, candidatesOf, type Step } from '../catalog/index.ts';
import { type Matrix, runMatrix } from '../grading/index.ts';
import { definitionOf, openCourse, requireStep } from './course-on-disk.ts';
import { examKeeper } from './exam-record.ts';
import { endingText, matrixText } from './matrix-text.ts';
import { HELP, MATRIX_TEXT, USAGE } from './messages.ts';
import { needsPage, withPageRoom } from './page-grading/page-room.ts';
import { bundleAgent } from './process-subject/bundled-agent.ts';
import { processSubjects } from './process-subject/process-subject.ts';
import { readArguments } from './read-arguments.ts';
import { settleSignatures } from './signatures-file.ts';
import { paintFor } from './terminal.ts';
import { EXIT, runCommand } from './wrong-use.ts';

const RULES = {
  usage: USAGE.graders,
  help: HELP.graders,
  positions: 1,
  number: { name: 'seeds', minimum: 1 },
  flag: 'write',
} as const;
const DEFAULT_SEEDS = 3;

/**
 * A realm serves so many: a start costs as much as ten seeds of a small function. Not more, for what a failed check
 * leaves open it keeps: a server of step 1.7 that is wrong, three hundred sockets a seed, and the machine has few ports.
 */
const SEEDS_PER_REALM = 10;

/** More than the processors: a program that waits for its own timers uses none. */
const GRADINGS_PER_PROCESSOR = 2;

/** Real milliseconds between two lines that say how far the exam is. */
const PROGRESS_PERIOD = 30_000;

await runCommand(async () => {
  const { positions, json, number, flag: write } = readArguments(process.argv.slice(2), RULES);
  const course = await openCourse();
  const [name] = positions;
  const steps = name === undefined ? allSteps(course) : [requireStep(course, name)];
  // Always the same seeds: a gate that is red one day must be red the next.
  const seeds = Array.from({ length: number ?? DEFAULT_SEEDS }, (_, index) => index + 1);
  const paint = paintFor(process.stdout, process.env);
  const keep = await examKeeper(seeds.length);
  const createSubject = processSubjects(await bundleAgent());
  const matrices: Matrix[] = [];
  for (const step of steps) {
    const definition = await definitionOf(step);
    const progress = sparsely((done, total) => {
      process.stderr.write(`${MATRIX_TEXT.progress(step.number, done, total)}\n`);
    });
    const exam = {
      step: step.number,
      definition,
      candidates: candidatesOf(course, step),
      seeds,
      seedsPerRealm: SEEDS_PER_REALM,
      progress,
    };
    const parallel = GRADINGS_PER_PROCESSOR * Math.min(4, availableParallelism());
    const examined = needsPage(definition)
      ? await withPageRoom(step, (room) => room.matrix(exam))
      : await runMatrix({ ...exam, createSubject, parallel });
    await keep(step, examined);
    const { matrix, note } = await withSignatures(step, examined, write);
    matrices.push(matrix);
    if (!json) process.stdout.write(`${matrixText(step.title, matrix, paint)}\n${note}\n`);
  }
  const breaches = matrices.flatMap((matrix) => matrix.breaches);
  const status = breaches.length === 0 ? 'pass' : 'fail';
  process.stdout.write(
    json
      ? `${JSON.stringify({ status, steps: matrices }, null, 2)}\n`
      : endingText(matrices, paint),
  );
  return status === 'pass' ? EXIT.pass : EXIT.fail;
});

/** A stale file is a breach like another: hints would be given for failures that are no longer those. */
async function withSignatures(step: Step, matrix: Matrix, write: boolean) {
  const { file, state } = await settleSignatures(step, matrix, write);
  if (state === 'stale' && matrix.breaches.length === 0) {
    const breaches = [MATRIX_TEXT.staleSignatures(file, step.number)];
    return { matrix: { ...matrix, breaches }, note: '' };
  }
  return { matrix, note: state === 'written' ? `${MATRIX_TEXT.written(file)}\n` : '' };
}

/** Passes on what it is called with when half a minute has gone since it last did. */
function sparsely(report: (done: number, total: number) => void) {
  let last = performance.now();
  return (done: number, total: number): void => {
    if (performance.now() - last < PROGRESS_PERIOD) return;
    last = performance.now();
    report(done, total);
  };
}
