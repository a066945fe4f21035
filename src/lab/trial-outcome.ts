// What the student's free trial did, as the page shows it.
import type { ConsoleLine, SourceLocation } from '../evidence/evidence.ts';

/** `problem` says why the trial did not run to its end; `null` when it did. */
export type TrialOutcome = {
  readonly lines: readonly ConsoleLine[];
  readonly problem: TrialProblem | null;
};

export type TrialProblem = {
  readonly sentence: string;
  readonly location: SourceLocation | null;
};
