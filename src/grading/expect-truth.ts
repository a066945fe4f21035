// The expectation « yes » or « no », for contracts that return a boolean and judge it by truthiness.
import type { Evidence } from '../evidence/evidence.ts';
import type { Returned } from './check.ts';
import { fail } from './check-failure.ts';
import { TRUTH } from './messages.ts';
import { kindOf, showEvidence } from './show-evidence.ts';

export type TruthExpectation = {
  readonly expected: boolean;
  /** What the wrong answer means, in one French sentence. */
  readonly message: string;
  /** Which part of what was sent decides. */
  readonly where?: string;
  readonly hint: string;
};

/** Fails unless the value counts as `expected` in a JavaScript `if`. */
export function expectTruth(
  returned: Returned,
  { expected, message, where, hint }: TruthExpectation,
): void {
  const { value, sent } = returned;
  if (isTruthy(value) === expected) return;
  // An empty list or an object counts as true: most who return one meant the contrary.
  const misleading = !expected && !isBit(value);
  fail({
    message: misleading ? TRUTH.countsAsTrue(message, kindOf(value)) : message,
    sent,
    expected: String(expected),
    actual: showEvidence(value),
    where,
    hint: misleading ? TRUTH.countsAsTrueHint : value.type === 'undefined' ? TRUTH.returnIt : hint,
  });
}

/** How the value counts in a JavaScript `if`. */
export function isTruthy(value: Evidence): boolean {
  switch (value.type) {
    case 'undefined':
    case 'null':
      return false;
    case 'boolean':
      return value.value;
    case 'number':
      return value.value !== 0 && !Number.isNaN(value.value);
    case 'bigint':
      return value.value !== 0n;
    case 'string':
      return value.length > 0;
    case 'symbol':
    case 'function':
    case 'bytes':
    case 'array':
    case 'map':
    case 'set':
    case 'object':
    case 'error':
    case 'unreadable':
    case 'truncated':
      // Only objects are unreadable, and what is cut is never zero nor empty.
      return true;
  }
}

/** `true`, `false`, 1 or 0: what contracts call a boolean. */
export function isBit(value: Evidence): boolean {
  if (value.type === 'boolean') return true;
  return value.type === 'number' && (value.value === 0 || value.value === 1);
}
