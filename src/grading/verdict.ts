// What grading says: one verdict for each check, and the report that carries them.
import type { SourceLocation } from '../evidence/evidence.ts';
import type { Cloneable } from './subject.ts';

/** French sentences, ready to show; bytes and values already rendered. */
export type FailureDetail = {
  readonly message: string;
  /** What was sent to the student's code, as the student would write it. */
  readonly sent: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  /** Where: « octet 1 : bit MASK », « ligne 4 ». */
  readonly where: string | null;
  readonly location: SourceLocation | null;
  /** What to look at next. */
  readonly hint: string | null;
  /** The message names the very mistake, recognised by its value: nothing else needs to guess it. */
  readonly isNamed?: true;
};

export type Verdict = {
  readonly id: string;
  readonly name: string;
  readonly rfc: string | null;
} & (
  | { readonly status: 'pass' }
  | ({ readonly status: 'fail' } & FailureDetail)
  | ({ readonly status: 'error' } & FailureDetail)
  | ({ readonly status: 'timeout' } & FailureDetail)
  | { readonly status: 'skipped'; readonly message: string }
);

export type Report = {
  readonly step: string;
  readonly seed: number;
  /** `pass`: every test passed; `error`: the code could not be graded (it did not load); else `fail`. */
  readonly status: 'pass' | 'fail' | 'error';
  readonly tests: readonly Verdict[];
  /** Remarks that do not count: what the RFC leaves open, files supplied from solutions. */
  readonly notes: readonly string[];
  /** What checks played, by name, for the page of the step to show; judged nowhere. */
  readonly exhibits?: Readonly<Record<string, Cloneable>>;
};
