// Bytes as people type them in hexadecimal: `7f`, `7F`, `0x7F`, `7f 9f`, `7f9f`.

const PREFIX = /^(?:0x|\\x)/;
const BINARY = /^(?:0b)?[01]{8}$/;
const SEPARATORS = /[\s,;:_-]+/;

/**
 * `count` is how many bytes are asked: it decides what `7 f` means.
 * Two lower-case digits a byte, without spaces; `null` where it is no hexadecimal.
 */
export function readHexadecimal(typed: string, count: number): string | null {
  const words = wordsOf(typed);
  if (words.some((word) => word.startsWith('0b') && BINARY.test(word))) return null;
  const digits = words.map((word) => word.replace(PREFIX, ''));
  if (digits.length === 0 || !digits.every((each) => /^[0-9a-f]+$/.test(each))) return null;
  const joined = digits.join('');
  if (joined.length === 2 * count) return joined;
  const bytes = digits.map((each) => (each.length === 1 ? `0${each}` : each));
  return bytes.every((each) => each.length % 2 === 0) ? bytes.join('') : null;
}

/** The same of whole numbers from 0 to 255; `null` where one is no such number. */
export function readDecimal(typed: string): string | null {
  const words = wordsOf(typed);
  if (words.length === 0 || !words.every((word) => /^\d{1,3}$/.test(word))) return null;
  const values = words.map(Number);
  if (values.some((value) => value > 0xff)) return null;
  return values.map((value) => value.toString(16).padStart(2, '0')).join('');
}

/** Whether it can only be decimal: three digits are one too many for a byte in hexadecimal. */
export function isSurelyDecimal(typed: string): boolean {
  return readDecimal(typed) !== null && wordsOf(typed).some((word) => word.length === 3);
}

/** Eight zeros and ones for each byte, as one works out an XOR. */
export function isBinary(typed: string): boolean {
  const words = wordsOf(typed);
  return words.length > 0 && words.every((word) => BINARY.test(word));
}

/** `NFKC` makes full-width digits and hard spaces plain ones. */
function wordsOf(typed: string): readonly string[] {
  const plain = typed.normalize('NFKC').toLowerCase();
  return plain
    .replaceAll(/(0x|\\x)\s+/g, '$1')
    .split(SEPARATORS)
    .filter((word) => word !== '');
}
