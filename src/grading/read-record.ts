// Results that are records, read one property at a time; a class, a getter or a null prototype is as good as a literal.
import { bitOf, integerOf, propertyOf } from '../evidence/normalise.ts';
import { fail } from './check-failure.ts';
import type { Returned } from './check.ts';
import { RECORD } from './record-messages.ts';
import { kindOf, showEvidence } from './show-evidence.ts';

/**
 * The property as if it had been returned alone; fails when the result is no object, or has no such property.
 * `shape` is the whole record as the contract writes it: `{ statut, entetes }`.
 */
export function readProperty(returned: Returned, name: string, shape: string): Returned {
  const property = readOptionalProperty(returned, name, shape);
  if (property !== null) return property;
  const { value, sent } = returned;
  const names = value.type === 'object' ? value.entries.map(([key]) => key) : [];
  fail({
    message: RECORD.missing(name),
    sent,
    expected: shape,
    actual: showEvidence(value),
    where: RECORD.property(name),
    hint: RECORD.missingHint(names),
    isNamed: true,
  });
}

/** As `readProperty()`, with `null` for a property that is absent, `undefined` or `null`. */
export function readOptionalProperty(
  returned: Returned,
  name: string,
  shape: string,
): Returned | null {
  const { value, sent } = returned;
  if (value.type !== 'object') {
    fail({
      message: RECORD.notARecord(kindOf(value), shape),
      sent,
      expected: shape,
      actual: showEvidence(value),
      hint: value.type === 'undefined' ? RECORD.returnIt : RECORD.notARecordHint(shape),
      isNamed: true,
    });
  }
  const property = propertyOf(value, name);
  if (property.type === 'undefined' || property.type === 'null') return null;
  if (property.type === 'unreadable') {
    fail({
      message: RECORD.unreadable(name),
      sent,
      expected: shape,
      actual: showEvidence(value),
      where: RECORD.property(name),
      hint: RECORD.unreadableHint,
    });
  }
  return { value: property, sent };
}

/** A `number` without fraction or a `bigint`; fails otherwise, saying what `what` (« Le statut ») is instead. */
export function readInteger({ value, sent }: Returned, what: string): bigint {
  const reading = integerOf(value);
  if (reading.ok) return reading.value;
  fail({
    message: RECORD.notAnInteger(what, kindOf(value)),
    sent,
    expected: RECORD.integer,
    actual: showEvidence(value),
    hint: value.type === 'string' ? RECORD.digitsHint : RECORD.integerHint,
  });
}

/** `true`, `false`, 1 or 0, as a boolean; fails otherwise, saying what `what` (« FIN ») is instead. */
export function readBit({ value, sent }: Returned, what: string): boolean {
  const reading = bitOf(value);
  if (reading.ok) return reading.value;
  fail({
    message: RECORD.notABit(what, kindOf(value)),
    sent,
    expected: RECORD.bit,
    actual: showEvidence(value),
    hint: value.type === 'string' ? RECORD.quotedBitHint : RECORD.bitHint,
  });
}
