// The head of an HTTP message as text: one character for each byte, so that no byte is ever lost.
import { stringFromCodeUnits } from '../code-units.ts';

/** Characters past U+00FF cannot be in a head. @throws {RangeError} for one of them. */
export function encodeLatin1(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) throw new RangeError(`Character ${i} of a head does not fit in one byte`);
    bytes[i] = unit;
  }
  return bytes;
}

export function decodeLatin1(bytes: Uint8Array): string {
  // The first 256 code points of Unicode are those of latin1.
  return stringFromCodeUnits(bytes);
}
