// Headers as they came back, in any of the forms that a contract accepts; names keep the case they were given.
import type { Evidence } from '../evidence/evidence.ts';
import type { Returned } from './check.ts';
import { fail } from './check-failure.ts';
import { HEADERS } from './messages.ts';
import { kindOf, showEvidence } from './show-evidence.ts';

export type ReturnedHeader = { readonly name: string; readonly value: string };

/**
 * `Map`, `Headers`, plain or null-prototype object (own keys); a value is a text or a number, read as text.
 * Anything else fails. The order is that of the student's container, and means nothing.
 */
export function readHeaderList(returned: Returned): readonly ReturnedHeader[] {
  const { value, sent } = returned;
  const entries = entriesOf(value);
  if (entries === null) {
    fail({
      message: HEADERS.notHeaders(kindOf(value)),
      sent,
      expected: HEADERS.someHeaders,
      actual: showEvidence(value),
      hint: value.type === 'undefined' ? HEADERS.missingBagHint : HEADERS.notHeadersHint,
      ...(value.type === 'undefined' ? {} : { isNamed: true }),
    });
  }
  return entries.map(([name, item]) => ({
    name: readName(name, sent),
    value: readValue(name, item, sent),
  }));
}

/** As `readHeaderList()`, by name in lower case; of two names that differ by their case only, the last one counts. */
export function readHeaders(returned: Returned): ReadonlyMap<string, string> {
  return new Map(readHeaderList(returned).map(({ name, value }) => [name.toLowerCase(), value]));
}

function entriesOf(value: Evidence): readonly (readonly [Evidence, Evidence])[] | null {
  if (value.type === 'map') return value.entries;
  if (value.type !== 'object') return null;
  return value.entries.map(([name, item]) => [
    { type: 'string', value: name, length: name.length },
    item,
  ]);
}

function readName(name: Evidence, sent: string): string {
  if (name.type === 'string') return name.value;
  fail({
    message: HEADERS.notAName(kindOf(name)),
    sent,
    expected: HEADERS.aName,
    actual: showEvidence(name),
  });
}

function readValue(name: Evidence, value: Evidence, sent: string): string {
  if (value.type === 'string' && value.value.length === value.length) return value.value;
  if (value.type === 'number' || value.type === 'bigint') return String(value.value);
  fail({
    message: HEADERS.notAValue(showEvidence(name), kindOf(value)),
    sent,
    expected: HEADERS.aValue,
    actual: showEvidence(value),
    hint: value.type === 'undefined' ? HEADERS.undefinedValueHint : HEADERS.aValueHint,
  });
}
