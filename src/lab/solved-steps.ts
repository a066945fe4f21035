// The solutions that a lab needs, as the site gives them: what completes the files that a student has not written.
import * as v from 'valibot';

const solvedStepsSchema = v.array(
  v.object({
    number: v.string(),
    files: v.record(v.string(), v.string()),
    /** Those that nobody has to write. */
    given: v.optional(v.array(v.string())),
  }),
);

export type SolvedStep = v.InferOutput<typeof solvedStepsSchema>[number];

/** Beside the pages of the lab's steps: `/labos/poignee-de-main/corriges.json`. */
const SOLUTIONS = '../corriges.json';

/** The steps of the lab on the screen, after those of the labs before it. Rejects when the server does not answer. */
export async function fetchSolvedSteps(): Promise<readonly SolvedStep[]> {
  const response = await fetch(new URL(SOLUTIONS, location.href));
  if (!response.ok) throw new Error(`${SOLUTIONS}: ${response.status}`);
  return v.parse(solvedStepsSchema, await response.json());
}

/** The steps before `number` (`1.3`); none when it is not there. */
export function stepsBefore(steps: readonly SolvedStep[], number: string): readonly SolvedStep[] {
  const own = steps.findIndex((step) => step.number === number);
  return own === -1 ? [] : steps.slice(0, own);
}
