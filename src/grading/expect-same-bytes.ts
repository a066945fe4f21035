// The expectation « the bytes of this call, again »: for results that must not depend on what came before or after.
import type { Returned } from './check.ts';
import { fail, failureIn } from './check-failure.ts';
import { isSameBytes } from './compare-bytes.ts';
import { readBytes } from './expect-bytes.ts';
import { hexadecimal } from './visible-text.ts';

export type Difference = {
  readonly message: string;
  readonly where: string;
  readonly hint: string;
};

/** Fails with `difference` when `after` are not the bytes of `before`; bytes that cannot be read at all differ too. */
export function expectSameBytes(before: Returned, after: Returned, difference: Difference): void {
  const expected = readBytes(before);
  const unreadable = failureIn(() => readBytes(after)) !== null;
  const actual = unreadable ? new Uint8Array() : readBytes(after);
  if (!unreadable && isSameBytes(expected, actual)) return;
  const { sent } = before;
  fail({ ...difference, sent, expected: hexadecimal(expected), actual: hexadecimal(actual) });
}
