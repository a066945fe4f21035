// Text to UTF-8 and back, exactly: nothing is replaced, and a byte order mark is text like any other.
import { byteAt } from '../byte-at.ts';
import { stringFromCodeUnits } from '../code-units.ts';
import { formatHex } from '../hex.ts';
import { ProtocolError } from '../protocol-error.ts';
import { INCOMPLETE, INVALID, Utf8Sequence } from './utf8-sequence.ts';

/**
 * What `TextEncoder` gives: a surrogate without its pair becomes U+FFFD, as it does in `WebSocket.send()`.
 */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  // A code unit never takes more than three bytes: the four-byte characters have two units.
  const bytes = new Uint8Array(text.length * 3);
  let size = 0;
  for (const character of text.toWellFormed()) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint <= 0x7f) {
      bytes[size++] = codePoint;
    } else if (codePoint <= 0x7ff) {
      bytes[size++] = 0xc0 | (codePoint >> 6);
      bytes[size++] = 0x80 | (codePoint & 0x3f);
    } else if (codePoint <= 0xffff) {
      bytes[size++] = 0xe0 | (codePoint >> 12);
      bytes[size++] = 0x80 | ((codePoint >> 6) & 0x3f);
      bytes[size++] = 0x80 | (codePoint & 0x3f);
    } else {
      bytes[size++] = 0xf0 | (codePoint >> 18);
      bytes[size++] = 0x80 | ((codePoint >> 12) & 0x3f);
      bytes[size++] = 0x80 | ((codePoint >> 6) & 0x3f);
      bytes[size++] = 0x80 | (codePoint & 0x3f);
    }
  }
  return bytes.slice(0, size);
}

/**
 * What `new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })` gives.
 * @throws {ProtocolError} `invalid-utf8` (1007)
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const sequence = new Utf8Sequence();
  // A character never has more code units than bytes.
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let offset = 0; offset < bytes.length; offset++) {
    const byte = byteAt(bytes, offset);
    const codePoint = sequence.push(byte);
    if (codePoint === INVALID) {
      const hexadecimal = formatHex(Uint8Array.of(byte));
      throw new ProtocolError('invalid-utf8', `byte ${hexadecimal} at offset ${offset}`);
    }
    if (codePoint === INCOMPLETE) continue;
    if (codePoint <= 0xffff) {
      units[length++] = codePoint;
    } else {
      units[length++] = 0xd800 | ((codePoint - 0x10000) >> 10);
      units[length++] = 0xdc00 | ((codePoint - 0x10000) & 0x3ff);
    }
  }
  if (sequence.incomplete) throw new ProtocolError('invalid-utf8', 'an end inside a character');
  return stringFromCodeUnits(units.subarray(0, length));
}

/** Where the first byte stands that no UTF-8 could have there, `bytes.length` for a cut character; `null` when all is valid. */
export function findInvalidUtf8(bytes: Uint8Array): number | null {
  const sequence = new Utf8Sequence();
  for (let offset = 0; offset < bytes.length; offset++) {
    if (sequence.push(byteAt(bytes, offset)) === INVALID) return offset;
  }
  return sequence.incomplete ? bytes.length : null;
}
