// `npm run -s graders`: examines the graders themselves, with every program of labs/, under real Node.
import { availableParallelism } from 'node:os';

import { allSteps, candidatesOf } from '../catalog/index.ts';
import { type Matrix, runMatrix } from '../grading/index.ts';
import { definitionOf, openCourse, requireStep } from './course-on-disk.ts';
import { matrixText } from './matrix-text.ts';
import { MATRIX_TEXT, USAGE } from './messages.ts';
import { createProcessSubject } from './process-subject/process-subject.ts';
import { readArguments } from './read-arguments.ts';
import { paintFor } from './terminal.ts';
import { EXIT, runCommand } from './wrong-use.ts';

const RULES = {
  usage: USAGE.graders,
  positions: 1,
  number: { name: 'seeds', minimum: 1 },
} as const;
const DEFAULT_SEEDS = 3;

await runCommand(async () => {
  const { positions, json, number } = readArguments(process.argv.slice(2), RULES);
  const course = await openCourse();
  const [name] = positions;
  const steps = name === undefined ? allSteps(course) : [requireStep(course, name)];
  // Always the same seeds: a gate that is red one day must be red the next.
  const seeds = Array.from({ length: number ?? DEFAULT_SEEDS }, (_, index) => index + 1);
  const paint = paintFor(process.stdout, process.env);
  const matrices: Matrix[] = [];
  for (const step of steps) {
    const candidates = candidatesOf(course, step);
    const matrix = await runMatrix({
      step: step.number,
      definition: await definitionOf(step),
      candidates,
      createSubject: createProcessSubject,
      seeds,
      parallel: Math.min(4, availableParallelism()),
    });
    matrices.push(matrix);
    if (!json) process.stdout.write(`${matrixText(step.title, matrix, candidates, paint)}\n\n`);
  }
  const breaches = matrices.flatMap((matrix) => matrix.breaches);
  const status = breaches.length === 0 ? 'pass' : 'fail';
  process.stdout.write(
    json ? `${JSON.stringify({ status, steps: matrices }, null, 2)}\n` : ending(matrices),
  );
  return status === 'pass' ? EXIT.pass : EXIT.fail;
});

function ending(matrices: readonly Matrix[]): string {
  if (matrices.length === 0) return `${MATRIX_TEXT.noStep}\n`;
  const count = matrices.flatMap((matrix) => matrix.breaches).length;
  const verdict = count === 0 ? MATRIX_TEXT.sound : MATRIX_TEXT.breaches(count);
  return `${MATRIX_TEXT.legend}\n${verdict}\n`;
}
