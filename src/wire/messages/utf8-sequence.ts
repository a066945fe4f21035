// One code point of UTF-8 read byte by byte, by the table of well-formed sequences (RFC 3629 §4).

/** The sequence is well-formed so far and wants another byte. */
export const INCOMPLETE = -1;
/** No code point starts with the bytes read: too short, too long, a surrogate, past U+10FFFF, or no UTF-8 at all. */
export const INVALID = -2;

/*
  first byte   bytes to follow; the range of the second, when it is not 80..BF
  00..7F       0
  C2..DF       1                    C0 and C1 would be overlong
  E0           2   A0..BF           less would be overlong
  ED           2   80..9F           more would be a surrogate, D800 to DFFF
  E1..EF       2
  F0           3   90..BF           less would be overlong
  F4           3   80..8F           more would pass 10FFFF
  F1..F3       3

             push(first byte)                    push(last byte)
   between ────────────────────► in a sequence ────────────────────► between
   any other byte gives INVALID, and the reader is of no use after it
*/
export class Utf8Sequence {
  #codePoint = 0;
  #missing = 0;
  #lowest = 0x80;
  #highest = 0xbf;

  /** Whether bytes are missing: text may not end here. */
  get incomplete(): boolean {
    return this.#missing > 0;
  }

  /** Reads one byte. Returns the code point that it completes, `INCOMPLETE` or `INVALID`. */
  push(byte: number): number {
    return this.#missing === 0 ? this.#first(byte) : this.#next(byte);
  }

  #first(byte: number): number {
    if (byte <= 0x7f) return byte;
    if (byte >= 0xc2 && byte <= 0xdf) return this.#expect(1, byte & 0x1f);
    if (byte >= 0xe0 && byte <= 0xef) {
      if (byte === 0xe0) this.#lowest = 0xa0;
      if (byte === 0xed) this.#highest = 0x9f;
      return this.#expect(2, byte & 0x0f);
    }
    if (byte >= 0xf0 && byte <= 0xf4) {
      if (byte === 0xf0) this.#lowest = 0x90;
      if (byte === 0xf4) this.#highest = 0x8f;
      return this.#expect(3, byte & 0x07);
    }
    return INVALID;
  }

  #next(byte: number): number {
    if (byte < this.#lowest || byte > this.#highest) return INVALID;
    this.#lowest = 0x80;
    this.#highest = 0xbf;
    return this.#expect(this.#missing - 1, (this.#codePoint << 6) | (byte & 0x3f));
  }

  #expect(missing: number, codePoint: number): number {
    this.#missing = missing;
    this.#codePoint = codePoint;
    return missing === 0 ? codePoint : INCOMPLETE;
  }
}
