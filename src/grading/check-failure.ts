// How a check says no: thrown, so that the first thing that is wrong is the only one reported.
import type { SourceLocation } from '../evidence/evidence.ts';
import type { SubjectEnded } from './subject.ts';
import type { FailureDetail } from './verdict.ts';

/** What a check must say; the rest of `FailureDetail` defaults to nothing. */
export type FailureInput = { readonly message: string } & {
  readonly [Key in Exclude<keyof FailureDetail, 'message'>]?: FailureDetail[Key] | undefined;
};

export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly status: 'fail' | 'timeout' | 'error';
  readonly detail: FailureDetail;
  /** Whether the realm has ended meanwhile. */
  readonly isEnding: boolean;
  constructor(status: 'fail' | 'timeout' | 'error', detail: FailureDetail, isEnding = false) {
    super(detail.message);
    this.status = status;
    this.detail = detail;
    this.isEnding = isEnding;
  }
}

/** Ends the check. Sentences are French; `sent`, `expected` and `actual` are already rendered. */
export function fail(input: FailureInput): never {
  throw new CheckFailure('fail', completeDetail(input));
}

/** Ends a check in which the student's program ended, when the check knows what it did to it. */
export function failForEnding({ ending }: SubjectEnded, input: FailureInput): never {
  const status = ending.reason === 'deadline' ? 'timeout' : 'error';
  throw new CheckFailure(status, completeDetail(input), true);
}

/** What an expectation would say; `null` when it holds. For a check that must look further before it says no. */
export function failureIn(expectation: () => void): FailureDetail | null {
  try {
    expectation();
    return null;
  } catch (error) {
    if (error instanceof CheckFailure) return error.detail;
    throw error;
  }
}

export function completeDetail(input: FailureInput): FailureDetail {
  const location: SourceLocation | null = input.location ?? null;
  return {
    message: input.message,
    sent: input.sent ?? null,
    expected: input.expected ?? null,
    actual: input.actual ?? null,
    where: input.where ?? null,
    location,
    hint: input.hint ?? null,
    ...(input.isNamed === true ? { isNamed: true } : {}),
  };
}
