// Bytes as people write them: pairs of hexadecimal digits, with remarks.

/**
 * Reads `81 05  # FIN, text` as two bytes. A remark goes from `#` to the end of its line; space is free.
 * @throws {SyntaxError} for anything else, and for half a byte
 */
export function parseHex(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/#.*$/gm, '').replace(/\s+/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) throw new SyntaxError(`Not hexadecimal: ${text}`);
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/** Two lower-case digits for each byte, separated by spaces: `81 05`. */
export function formatHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
