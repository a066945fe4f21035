// The one contract of every kind of Subject, as data: the same cases run under Node and in a page.
import { CALL_CASES } from './subject-contract/calls.ts';
import { ENDING_CASES } from './subject-contract/endings.ts';
import type { ContractCase } from './subject-contract/harness.ts';
import { HOSTILE_CASES } from './subject-contract/hostile.ts';
import { LOADING_CASES } from './subject-contract/loading.ts';
import { STREAM_CASES } from './subject-contract/streams.ts';
import { TIME_CASES } from './subject-contract/time.ts';

export type { ContractCase } from './subject-contract/harness.ts';
export { PAGE_DIFFERENCES } from './subject-contract/page-differences.ts';

/** Each case makes its own Subjects and throws an `Error` that says what was expected; it uses no test runner. */
export const SUBJECT_CONTRACT: readonly ContractCase[] = [
  ...LOADING_CASES,
  ...CALL_CASES,
  ...HOSTILE_CASES,
  ...TIME_CASES,
  ...STREAM_CASES,
  ...ENDING_CASES,
];
