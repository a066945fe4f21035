// For the tests of a step's messages: the report on one of the step's own programs, graded by real Node.
import path from 'node:path';
import { candidatesOf, loadCourse, stepAt } from '../catalog/index.ts';
import { gradeStep, type FailureDetail, type Report } from '../grading/index.ts';
import { definitionOf } from './course-on-disk.ts';
import { createProcessSubject } from './process-subject/process-subject.ts';

/** Real milliseconds: a child process for each program, on a machine that may be busy. */
export const PROGRAM_PATIENCE = 60_000;

const course = await loadCourse(path.join(import.meta.dirname, '../..'));

/** `name` as the graders call it: `starter/`, `wrong/in-place.js`. */
export async function reportOnProgram(
  number: string,
  name: string,
  { seed = 1, deadline = 10_000 } = {},
): Promise<Report> {
  const step = stepAt(course, number);
  if (step === null) throw new Error(`no step ${number}`);
  const candidate = candidatesOf(course, step).find((each) => each.name === name);
  if (candidate === undefined) throw new Error(`no program ${name} in ${number}`);
  return gradeStep({
    step: number,
    definition: await definitionOf(step),
    files: candidate.files,
    createSubject: createProcessSubject,
    seed,
    deadline,
  });
}

/** What check `id` says against that program; throws when it says nothing. */
export async function failureOfProgram(
  number: string,
  name: string,
  id: string,
): Promise<FailureDetail> {
  const report = await reportOnProgram(number, name);
  const verdict = report.tests.find((test) => test.id === id);
  if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  return verdict;
}

/** With plain spaces, so that a test may quote a sentence. */
export const plainSpaces = (text: string | null): string =>
  (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
