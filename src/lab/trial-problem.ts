// Why the student's trial did not run to its end, in the sentences that the checks use for the same mishap.
import {
  describeThrown,
  endingVerdict,
  loadFailure,
  type Ending,
  type LoadOutcome,
} from '../grading/index.ts';
import type { TrialProblem } from './trial-outcome.ts';

export function describeFailedLoad(
  outcome: Exclude<LoadOutcome, { status: 'loaded' }>,
): TrialProblem {
  // A trial has no other moment than its loading: « dès son chargement » would mislead.
  if (outcome.status === 'thrown') {
    const { thrown } = outcome;
    return { sentence: describeThrown(thrown), location: thrown.location };
  }
  const failure = loadFailure(outcome, { exports: {}, checks: [] });
  return { sentence: failure?.message ?? '', location: failure?.location ?? null };
}

export function describeEnding(ending: Ending): TrialProblem {
  const { message, location } = endingVerdict(ending).detail;
  return { sentence: message, location };
}
