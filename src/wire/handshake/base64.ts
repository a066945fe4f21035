// Base64 with the standard alphabet and padding (RFC 4648 §4): what keys and accept values are written in.
import { byteAt } from '../byte-at.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const GRAMMAR = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Three bytes make four characters; the last group is padded with `=`. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = bytes.subarray(i, i + 3);
    const bits = (byteAt(group, 0) << 16) | ((group[1] ?? 0) << 8) | (group[2] ?? 0);
    const digits = [bits >> 18, bits >> 12, bits >> 6, bits].map((n) => ALPHABET.charAt(n & 63));
    text += digits
      .slice(0, group.length + 1)
      .join('')
      .padEnd(4, '=');
  }
  return text;
}

/**
 * The bytes that `text` encodes, or `null` when it is not base64: other alphabet, missing padding, spaces.
 * Bits that the padding leaves over are ignored: `…PEC==` gives the bytes of `…PEA==` (RFC 6455 erratum 3150).
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!GRAMMAR.test(text)) return null;
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let bits = 0;
  let written = 0;
  for (let i = 0; i < digits.length; i++) {
    bits = ((bits << 6) | ALPHABET.indexOf(digits.charAt(i))) & 0xffffff;
    const bitCount = 6 * (i + 1) - 8 * written;
    if (bitCount >= 8) bytes[written++] = bits >> (bitCount - 8);
  }
  return bytes;
}
