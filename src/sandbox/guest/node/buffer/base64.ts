// Base64 in both alphabets, as lenient as Node: unknown characters are skipped, the first `=` ends the text.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_ALPHABET = `${ALPHABET.slice(0, -2)}-_`;
const SKIPPED = 0xff;
const PADDING = 0x3d;

const VALUES = new Uint8Array(256).fill(SKIPPED);
for (const alphabet of [ALPHABET, URL_ALPHABET]) {
  for (let value = 0; value < alphabet.length; value++) VALUES[alphabet.charCodeAt(value)] = value;
}

export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length * 3) >>> 2);
  let length = 0;
  let bits = 0;
  let bitCount = 0;
  for (let index = 0; index < text.length; index++) {
    // Node looks at the low byte of each code unit only.
    const unit = text.charCodeAt(index) & 0xff;
    if (unit === PADDING) break;
    const value = VALUES[unit] ?? SKIPPED;
    if (value === SKIPPED) continue;
    bits = ((bits << 6) | value) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[length++] = (bits >>> bitCount) & 0xff;
  }
  return bytes.slice(0, length);
}

/** `isUrl`: base64url, which is never padded. */
export function encodeBase64(bytes: Uint8Array, isUrl: boolean): string {
  const alphabet = isUrl ? URL_ALPHABET : ALPHABET;
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const bits =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += alphabet.charAt(bits >>> 18) + alphabet.charAt((bits >>> 12) & 63);
    text += alphabet.charAt((bits >>> 6) & 63) + alphabet.charAt(bits & 63);
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + (isUrl ? '' : '='.repeat(missing));
}

/** Node's estimate: it trusts the length and the final padding, and counts characters that decoding will skip. */
export function base64Length(text: string): number {
  let length = text.length;
  if (text.endsWith('=')) length -= text.endsWith('==') && length > 1 ? 2 : 1;
  return (length * 3) >>> 2;
}
