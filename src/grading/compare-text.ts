// Text against text: the first character that differs, named and made visible.
import { TEXT } from './messages.ts';
import { visibleText } from './visible-text.ts';

/** Where `actual` leaves `expected`, in French; `null` when they are equal. Positions count from 1. */
export function textDifference(expected: string, actual: string): string | null {
  if (expected === actual) return null;
  const wanted = Array.from(expected);
  const received = Array.from(actual);
  const shorter = Math.min(wanted.length, received.length);
  let index = 0;
  while (index < shorter && wanted[index] === received[index]) index += 1;
  const want = wanted[index];
  const got = received[index];
  if (want === undefined)
    return TEXT.tooMuch(received.length - index, visibleText(received.slice(index).join('')));
  if (got === undefined) return TEXT.tooShort(received.length, wanted.length);
  return TEXT.differsAt(index + 1, visibleText(want), visibleText(got));
}
