// The course of this clone, and the grading code of one of its steps, as the commands need them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  BrokenCourse,
  type Course,
  loadCourse,
  loadStepToGrade,
  nearestSteps,
  type Step,
  stepAt,
  type StepName,
  type StepToGrade,
} from '../catalog/index.ts';
import { type StepDefinition, withQuestions } from '../grading/index.ts';
import { WRONG_USE } from './messages.ts';
import { WrongUse } from './wrong-use.ts';

/** Where `labs/` is: the root of the clone that holds this file. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** @throws {WrongUse} with every problem of the labs, one a line. */
export async function openCourse(root = ROOT): Promise<Course> {
  return orWrongUse(loadCourse(root), WRONG_USE.brokenCourse);
}

/**
 * The step to grade, whatever the state of the others. `name` is `1.3` or `handshake/accept`.
 * @throws {WrongUse} for an unknown name, and for a step that is not finished.
 */
export async function openStep(
  name: string,
  root = ROOT,
): Promise<Extract<StepToGrade, { status: 'found' }>> {
  const found = await orWrongUse(loadStepToGrade(root, name), WRONG_USE.brokenStep(name));
  if (found.status === 'unknown') throw unknownStep(name, found.nearest);
  return found;
}

async function orWrongUse<Loaded>(loading: Promise<Loaded>, sentence: string): Promise<Loaded> {
  try {
    return await loading;
  } catch (error) {
    if (!(error instanceof BrokenCourse)) throw error;
    throw new WrongUse([sentence, ...error.problems].join('\n'));
  }
}

/** `name` is `1.3` or `handshake/accept`. @throws {WrongUse} that lists the nearest names. */
export function requireStep(course: Course, name: string): Step {
  const step = stepAt(course, name);
  if (step !== null) return step;
  throw unknownStep(name, nearestSteps(course, name));
}

function unknownStep(name: string, nearest: readonly StepName[]): WrongUse {
  const near = nearest.map(({ number, id }) => `${number} (${id})`);
  return new WrongUse(WRONG_USE.unknownStep(name, near.join(', ')));
}

/** Checks and questions. The catalog has already seen that `checks.ts` loads and exports a step. */
export async function definitionOf(step: Step, root = ROOT): Promise<StepDefinition> {
  const path = join(root, step.folder, 'checks.ts');
  const module = (await import(pathToFileURL(path).href)) as { readonly step: StepDefinition };
  return withQuestions(module.step, step.questions);
}
