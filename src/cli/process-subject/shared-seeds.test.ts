// The exam of the graders shares realms and starts a bundled agent: it must say what `grade` says of the same program.
import { expect, test } from 'vitest';
import { candidatesOf, stepAt } from '../../catalog/index.ts';
import { gradeSeeds } from '../../grading/grade-seeds.ts';
import { gradeStep, signatureOf } from '../../grading/index.ts';
import { definitionOf, openCourse } from '../course-on-disk.ts';
import { bundleAgent } from './bundled-agent.ts';
import { createProcessSubject, processSubjects } from './process-subject.ts';

const PATIENCE = 120_000;
const SEEDS = [1, 2, 3];

/** Some that remember, one with timers, one that answers in promises, one with a `Headers`. */
const PROGRAMS = [
  'starter/',
  'solution/',
  'right/async-with-timer.js',
  'right/headers.js',
  'right/shared-patterns.js',
  'wrong/remembered-result.js',
  'wrong/table-outside-the-function.js',
  'wrong/global-pattern.js',
  'wrong/names-kept.js',
];

test(
  'realms shared between seeds, with the bundled agent, give the verdicts of a fresh process for each',
  async () => {
    const course = await openCourse();
    const step = stepAt(course, '1.1');
    if (step === null) throw new Error('1.1 is gone');
    const definition = await definitionOf(step);
    const candidates = candidatesOf(course, step).filter(({ name }) => PROGRAMS.includes(name));
    expect(candidates.map(({ name }) => name).sort()).toEqual([...PROGRAMS].sort());
    const options = { step: '1.1', definition, deadline: 10_000 };
    const bundled = processSubjects(await bundleAgent());
    for (const { files, name } of candidates) {
      const program = { ...options, files };
      const shared = await gradeSeeds({ ...program, createSubject: bundled, seeds: SEEDS });
      const alone = await Promise.all(
        SEEDS.map((seed) => gradeStep({ ...program, createSubject: createProcessSubject, seed })),
      );
      expect({ name, signatures: shared.map(signatureOf) }).toEqual({
        name,
        signatures: alone.map(signatureOf),
      });
    }
  },
  PATIENCE,
);
