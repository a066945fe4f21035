// What the accept calculator is given by its slide: `data-cle`, the key of RFC 6455 §1.3 where it gives none.

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

/** @throws {SyntaxError} for what no header could carry: the build says it to the author */
export function keyOf(attribute: string = KEY): string {
  if (!isHeaderText(attribute)) throw new SyntaxError('data-cle: a key is ASCII, without spaces');
  return attribute;
}

/** Visible ASCII: what a key is made of, valid or not. */
export const isHeaderText = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);
