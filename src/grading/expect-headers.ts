// The expectation « these headers, all of them and no other », for contracts that return a whole head.
import type { Returned } from './check.ts';
import { fail } from './check-failure.ts';
import { textDifference } from './compare-text.ts';
import { type Mistake, namedBy } from './expect-text.ts';
import { HEADERS } from './messages.ts';
import { readHeaderList, type ReturnedHeader } from './read-headers.ts';
import { visibleText } from './visible-text.ts';

export type HeadersExpectation = {
  /** By name in lower case, which is how the names must come back. */
  readonly expected: ReadonlyMap<string, string>;
  /** Names the mistake behind a wrong value, where it is a known one. */
  readonly recogniseValue?: (name: string, expected: string, actual: string) => Mistake | null;
  /** Names the mistake behind a name that should not be there. */
  readonly recogniseName?: (name: string) => Mistake | null;
  readonly hint?: string;
};

/** Fails on the first header, in the order of `expected`, that is absent, misspelt or other; then on one too many. */
export function expectHeaders(returned: Returned, expectation: HeadersExpectation): void {
  const received = readHeaderList(returned);
  for (const [name, value] of expectation.expected) {
    const found = received.find((header) => header.name === name);
    if (found === undefined) failForMissing(returned.sent, name, value, received, expectation);
    else expectValue(returned.sent, found, value, expectation);
  }
  const extra = received.find((header) => !expectation.expected.has(header.name));
  if (extra !== undefined) failForExtra(returned.sent, extra, expectation);
}

function expectValue(
  sent: string,
  { name, value: actual }: ReturnedHeader,
  expected: string,
  { recogniseValue, hint }: HeadersExpectation,
): void {
  const difference = textDifference(expected, actual);
  if (difference === null) return;
  const mistake = recogniseValue?.(name, expected, actual) ?? null;
  fail({
    message: mistake?.message ?? HEADERS.otherValue(visibleText(name)),
    sent,
    expected: line(name, expected),
    actual: line(name, actual),
    where: HEADERS.where(visibleText(name), difference),
    hint: mistake?.hint ?? hint,
    ...namedBy(mistake),
  });
}

function failForMissing(
  sent: string,
  name: string,
  value: string,
  received: readonly ReturnedHeader[],
  { expected, recogniseName, hint }: HeadersExpectation,
): never {
  const misspelt = received.find((header) => header.name.trim().toLowerCase() === name);
  if (misspelt !== undefined) {
    const inLowerCase = misspelt.name === misspelt.name.toLowerCase();
    fail({
      message: (inLowerCase ? HEADERS.spacedName : HEADERS.nameNotInLowerCase)(
        visibleText(misspelt.name),
      ),
      sent,
      expected: line(name, value),
      actual: line(misspelt.name, misspelt.value),
      hint: inLowerCase ? HEADERS.spacedNameHint : HEADERS.nameNotInLowerCaseHint,
    });
  }
  const stray = received.filter((header) => !expected.has(header.name));
  const mistakes = stray.map((header) => recogniseName?.(header.name) ?? null);
  const mistake = mistakes.find((each) => each !== null);
  fail({
    message: mistake?.message ?? HEADERS.missing(visibleText(name)),
    sent,
    expected: line(name, value),
    actual: HEADERS.receivedNames(received.map((header) => visibleText(header.name))),
    hint: mistake?.hint ?? hint,
    ...namedBy(mistake),
  });
}

function failForExtra(
  sent: string,
  { name, value }: ReturnedHeader,
  { expected, recogniseName, hint }: HeadersExpectation,
): never {
  const mistake = recogniseName?.(name) ?? null;
  const twice = expected.has(name.trim().toLowerCase());
  fail({
    message: mistake?.message ?? (twice ? HEADERS.nameTwice : HEADERS.extra)(visibleText(name)),
    sent,
    expected: HEADERS.onlyNames([...expected.keys()]),
    actual: line(name, value),
    hint: mistake?.hint ?? (twice ? HEADERS.nameNotInLowerCaseHint : hint),
    ...namedBy(mistake),
  });
}

function line(name: string, value: string): string {
  return `${visibleText(name)}: ${visibleText(value)}`;
}
