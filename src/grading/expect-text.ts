// The expectation « this text, exactly », for contracts that return a string.
import type { Evidence } from '../evidence/evidence.ts';
import { fail } from './check-failure.ts';
import type { Returned } from './check.ts';
import { textDifference } from './compare-text.ts';
import { EXPECT } from './messages.ts';
import { kindOf, showEvidence } from './show-evidence.ts';
import { visibleText } from './visible-text.ts';

/** A mistake that the author recognises: one French sentence about what was done, one about what to look at. */
export type Mistake = {
  readonly message: string;
  readonly hint: string;
  /** It says what is wrong without knowing why. */
  readonly isGeneral?: true;
};

/** For `fail()`: whether what it is told names the mistake itself. */
export function namedBy(mistake: Mistake | null | undefined): { readonly isNamed?: true } {
  return mistake === null || mistake === undefined || mistake.isGeneral === true
    ? {}
    : { isNamed: true };
}

export type TextExpectation = {
  readonly expected: string;
  /** Names the mistake behind a wrong text, where it is a known one. */
  readonly recognise?: (actual: string) => Mistake | null;
  readonly hint?: string;
};

/** Fails unless the value is a primitive string equal to `expected`. */
export function expectText(returned: Returned, expectation: TextExpectation): void {
  const { expected, recognise } = expectation;
  const actual = readText(returned, expected);
  const where = textDifference(expected, actual);
  if (where === null) return;
  const mistake = recognise?.(actual) ?? null;
  fail({
    message: mistake?.message ?? EXPECT.otherText,
    sent: returned.sent,
    expected: visibleText(expected),
    actual: actual === '' ? EXPECT.emptyText : visibleText(actual),
    where,
    hint: mistake?.hint ?? expectation.hint,
    ...namedBy(mistake),
  });
}

/** The string that came back; anything else, a `String` object included, fails with the kind that came. */
export function readText(returned: Returned, expected: string | null = null): string {
  const { value, sent } = returned;
  if (value.type === 'string') {
    if (value.length > value.value.length) {
      fail({
        message: EXPECT.hugeText(value.length),
        sent,
        expected: expected === null ? null : visibleText(expected),
        actual: visibleText(value.value),
      });
    }
    return value.value;
  }
  fail({
    message: EXPECT.notText(kindOf(value)),
    sent,
    expected: expected === null ? EXPECT.aText : visibleText(expected),
    actual: showEvidence(value),
    hint: hintFor(value),
    isNamed: true,
  });
}

function hintFor(value: Evidence): string {
  if (value.type === 'undefined') return EXPECT.returnIt;
  return value.type === 'bytes' ? EXPECT.bytesToText : EXPECT.plainText;
}
