// What the XOR demo is given by its slide: `data-texte` and `data-cle`, both optional.
import { MASKING_KEY_SIZE, parseHex } from '../../wire/index.ts';

/** The text and the key of the examples of RFC 6455 §5.7. */
const TEXT = 'Hello';
const KEY = '37 fa 21 3d';

export const textOf = (attribute: string | undefined): string => attribute ?? TEXT;

/** @throws {SyntaxError} for what is not four bytes in hexadecimal: the build says it to the author */
export function keyOf(attribute: string = KEY): Uint8Array<ArrayBuffer> {
  const key = parseHex(attribute);
  if (key.length !== MASKING_KEY_SIZE)
    throw new SyntaxError(`data-cle: 4 bytes, got ${key.length}`);
  return key;
}
