// What `close(code, reason)` accepts (WHATWG WebSockets §3.1, « close »).
import { CLOSE_CODE, encodeUtf8, MAX_CLOSE_REASON } from '../wire/index.ts';
import { toUsvString } from './usv-string.ts';

export type CloseArguments = {
  /** `null` when there is neither code nor reason: the Close frame is then empty. */
  readonly code: number | null;
  readonly reason: string;
};

/**
 * Both are converted before either is judged, as Web IDL has it.
 * @throws {DOMException} `InvalidAccessError` for a code that a page may not send, `SyntaxError` for a reason over 123 bytes
 */
export function readCloseArguments(code: unknown, reason: unknown): CloseArguments {
  const asked = code === undefined ? null : clampToUnsignedShort(code);
  const text = reason === undefined ? '' : toUsvString(reason);
  if (asked !== null && asked !== CLOSE_CODE.normalClosure && (asked < 3000 || asked > 4999)) {
    throw new DOMException(
      `The close code must be either 1000, or between 3000 and 4999. ${asked} is neither.`,
      'InvalidAccessError',
    );
  }
  if (encodeUtf8(text).length > MAX_CLOSE_REASON) {
    throw new DOMException(
      `The close reason must not be greater than ${MAX_CLOSE_REASON} UTF-8 bytes.`,
      'SyntaxError',
    );
  }
  // A Close frame that has no code has no place for a reason (RFC 6455 §5.5.1).
  return { code: asked ?? (text === '' ? null : CLOSE_CODE.normalClosure), reason: text };
}

/** Web IDL's `[Clamp] unsigned short`: into 0…65535, then to the nearest integer, halves to the even one. */
function clampToUnsignedShort(given: unknown): number {
  const number = Number(given);
  if (Number.isNaN(number)) return 0;
  const clamped = Math.min(Math.max(number, 0), 65_535);
  const floor = Math.floor(clamped);
  const distance = clamped - floor;
  if (distance !== 0.5) return Math.round(clamped);
  return floor % 2 === 0 ? floor : floor + 1;
}
