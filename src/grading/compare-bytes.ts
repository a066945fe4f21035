// Bytes against bytes: the first bit that differs, named after the frame's field to which it belongs.
import { describeFrame, fieldAtBit } from '../wire/index.ts';
import { BYTES, FIELD } from './messages.ts';

/** How bytes are read when a difference is named: as frames one after the other, or as plain bytes. */
export type BytesReading = 'frames' | 'plain';

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Where `actual` leaves `expected`, in French; `null` when they are equal. Offsets count from 0, as in the RFC. */
export function bytesDifference(
  expected: Uint8Array,
  actual: Uint8Array,
  reading: BytesReading,
): string | null {
  const shorter = Math.min(expected.length, actual.length);
  let offset = 0;
  while (offset < shorter && expected[offset] === actual[offset]) offset += 1;
  const want = expected[offset];
  const got = actual[offset];
  if (want === undefined && got === undefined) return null;
  if (want === undefined) return BYTES.tooMuch(actual.length - offset, expected.length);
  if (got === undefined) {
    const field = reading === 'frames' ? fieldName(expected, offset * 8) : null;
    return BYTES.tooShort(actual.length, expected.length, field);
  }
  const bit = offset * 8 + Math.clz32(want ^ got) - 24;
  const field = reading === 'frames' ? fieldName(expected, bit) : null;
  return BYTES.differsAt(offset, field, byteText(want), byteText(got));
}

/** The oracle's bytes say what the field should be; the student's may not even be a frame. */
function fieldName(frames: Uint8Array, bit: number): string | null {
  let start = 0;
  for (;;) {
    const fields = describeFrame(frames.subarray(start));
    const last = fields.at(-1);
    if (last === undefined) return null;
    const field = fieldAtBit(fields, bit - start * 8);
    if (field !== null) {
      const inside = Math.floor((bit - start * 8 - field.startBit) / 8);
      return field.bitLength > 8 ? FIELD.byteOf(FIELD[field.name], inside) : FIELD[field.name];
    }
    start += Math.ceil((last.startBit + last.bitLength) / 8);
  }
}

function byteText(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
