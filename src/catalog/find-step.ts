// Finds a step by what a person types: its number, its published name, or something close to them.
import type { Course, Step } from './types.ts';

export function allSteps(course: Course): readonly Step[] {
  return course.labs.flatMap((lab) => lab.steps);
}

/** `name` is `1.3` or `handshake/accept`. */
export function stepAt(course: Course, name: string): Step | null {
  return allSteps(course).find((step) => step.number === name || step.id === name) ?? null;
}

/** What a step is called: enough to find it. */
export type StepName = Pick<Step, 'number' | 'id' | 'slug'>;

/** At most `count` steps whose number or name looks like `name`, nearest first. */
export function nearestSteps(course: Course, name: string, count = 3): readonly StepName[] {
  return nearestNames(allSteps(course), name, count);
}

export function nearestNames(
  steps: readonly StepName[],
  name: string,
  count = 3,
): readonly StepName[] {
  const wanted = name.toLowerCase();
  const ranked = steps
    .map((step) => ({ step, distance: distanceTo(step, wanted) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 2)))
    .toSorted((one, other) => one.distance - other.distance);
  return ranked.slice(0, count).map(({ step }) => step);
}

function distanceTo(step: StepName, wanted: string): number {
  if (wanted !== '' && step.id.includes(wanted)) return 0;
  const names = [step.number, step.id, step.slug, step.number.replace('.', '-')];
  return Math.min(...names.map((name) => editDistance(name, wanted)));
}

/** Levenshtein distance, one row at a time. */
export function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[other.length] ?? 0;
}
