// The course of this clone, and the grading code of one of its steps, as the commands need them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  BrokenCourse,
  type Course,
  loadCourse,
  nearestSteps,
  type Step,
  stepAt,
} from '../catalog/index.ts';
import { type StepDefinition, withQuestions } from '../grading/index.ts';
import { WRONG_USE } from './messages.ts';
import { WrongUse } from './wrong-use.ts';

/** Where `labs/` is: the root of the clone that holds this file. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** @throws {WrongUse} with every problem of the labs, one a line. */
export async function openCourse(root = ROOT): Promise<Course> {
  try {
    return await loadCourse(root);
  } catch (error) {
    if (!(error instanceof BrokenCourse)) throw error;
    throw new WrongUse([WRONG_USE.brokenCourse, ...error.problems].join('\n'));
  }
}

/** `name` is `1.3` or `handshake/accept`. @throws {WrongUse} that lists the nearest names. */
export function requireStep(course: Course, name: string): Step {
  const step = stepAt(course, name);
  if (step !== null) return step;
  const near = nearestSteps(course, name).map(({ number, id }) => `${number} (${id})`);
  throw new WrongUse(WRONG_USE.unknownStep(name, near.join(', ')));
}

/** Checks and questions. The catalog has already seen that `checks.ts` loads and exports a step. */
export async function definitionOf(step: Step, root = ROOT): Promise<StepDefinition> {
  const path = join(root, step.folder, 'checks.ts');
  const module = (await import(pathToFileURL(path).href)) as { readonly step: StepDefinition };
  return withQuestions(module.step, step.questions);
}
