// The programs on which a step's grader is examined, each with every file that it may import.
import type { Candidate } from '../grading/index.ts';
import { allSteps } from './find-step.ts';
import { holdsAnswersOnly } from './programs.ts';
import type { Course, SourceFiles, Step } from './types.ts';

/** The solutions of the steps before `step`, in order: what a student's directory may be completed with. */
export function earlierSolutions(course: Course, step: Step): readonly SourceFiles[] {
  const steps = allSteps(course);
  return steps.slice(0, steps.indexOf(step)).map((earlier) => earlier.solution);
}

/** Starter, solution, right and wrong, in that order; `runMatrix()` adds the answers to the questions. */
export function candidatesOf(course: Course, step: Step): readonly Candidate[] {
  const earlier = Object.assign({}, ...earlierSolutions(course, step)) as SourceFiles;
  /** A page that a program does not bring is the solution's: most mistakes are made in its script. */
  const pages = Object.fromEntries(
    Object.entries(step.solution).filter(([path]) => path.endsWith('.html')),
  );
  const complete = (files: SourceFiles): SourceFiles => ({
    ...earlier,
    ...pages,
    ...(holdsAnswersOnly(files) ? step.solution : {}),
    ...files,
  });
  return [
    { kind: 'starter', name: 'starter/', files: complete(step.starter) },
    { kind: 'solution', name: 'solution/', files: complete(step.solution) },
    ...step.right.map(({ name, files }) => ({
      kind: 'right' as const,
      name,
      files: complete(files),
    })),
    ...step.wrong.map(({ name, files, killer, onlyKiller, misconception }) => ({
      kind: 'wrong' as const,
      name,
      files: complete(files),
      killer,
      onlyKiller,
      misconception,
    })),
  ];
}
