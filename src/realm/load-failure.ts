// Thrown by a realm's module loader when a student's file cannot be loaded, with the reason ready to send.
import type { FailedLoad } from './outcome.ts';

/** Anything else that a loader throws was thrown by the student's own code while it was being evaluated. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';
  readonly outcome: FailedLoad;
  constructor(outcome: FailedLoad) {
    super(`The module could not be loaded: ${outcome.status}`);
    this.outcome = outcome;
  }
}
