// The expectation « these bytes, exactly », for contracts that return bytes in any of their usual forms.
import type { Evidence } from '../evidence/evidence.ts';
import type { Returned } from './check.ts';
import { fail } from './check-failure.ts';
import { type BytesReading, bytesDifference } from './compare-bytes.ts';
import { type Mistake, namedBy } from './expect-text.ts';
import { EXPECT } from './messages.ts';
import { kindOf, showEvidence } from './show-evidence.ts';
import { hexadecimal } from './visible-text.ts';

export type BytesExpectation = {
  readonly expected: Uint8Array;
  readonly reading: BytesReading;
  /** Names the mistake behind wrong bytes, where it is a known one. */
  readonly recognise?: (actual: Uint8Array) => Mistake | null;
  readonly hint?: string;
};

export function expectBytes(returned: Returned, expectation: BytesExpectation): void {
  const { expected, reading, recognise } = expectation;
  const actual = readBytes(returned);
  const where = bytesDifference(expected, actual, reading);
  if (where === null) return;
  const mistake = recognise?.(actual) ?? null;
  fail({
    message: mistake?.message ?? EXPECT.otherBytes,
    sent: returned.sent,
    expected: expected.length === 0 ? EXPECT.noByte : hexadecimal(expected),
    actual: actual.length === 0 ? EXPECT.noByte : hexadecimal(actual),
    where,
    hint: mistake?.hint ?? expectation.hint,
    ...namedBy(mistake),
  });
}

/** `Uint8Array`, `Buffer`, any view, `ArrayBuffer`, or an array of integers 0–255; anything else fails. */
export function readBytes(returned: Returned): Uint8Array {
  const { value, sent } = returned;
  const refuse = (message: string): never =>
    fail({
      message,
      sent,
      expected: EXPECT.someBytes,
      actual: showEvidence(value),
      hint: hintFor(value),
      isNamed: true,
    });
  if (value.type === 'bytes') {
    return value.bytes.length < value.length ? refuse(EXPECT.hugeBytes(value.length)) : value.bytes;
  }
  if (value.type !== 'array') return refuse(EXPECT.notBytes(kindOf(value)));
  if (value.items.length < value.length) return refuse(EXPECT.hugeBytes(value.length));
  const stray = value.items.findIndex((item) => byteOf(item) === null);
  if (stray !== -1) return refuse(EXPECT.notAByte(stray));
  return Uint8Array.from(value.items, (item) => byteOf(item) ?? 0);
}

function hintFor({ type }: Evidence): string {
  if (type === 'undefined') return EXPECT.returnIt;
  return type === 'string' ? EXPECT.textToBytes : EXPECT.plainBytes;
}

function byteOf(item: Evidence): number | null {
  if (item.type !== 'number' && item.type !== 'bigint') return null;
  const number = Number(item.value);
  return Number.isInteger(number) && number >= 0 && number <= 255 ? number : null;
}
