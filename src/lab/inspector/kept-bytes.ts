// The first bytes of something that may be huge, and the count of all of them: memory in proportion to what is shown.

/** How many bytes of one entry are kept, for the eye: what is left out is said. */
export const KEPT_BYTES = 4_096;

const FIRST_CAPACITY = 64;

export class KeptBytes {
  readonly #limit: number;
  #bytes = new Uint8Array(0);
  #kept = 0;
  #total = 0;

  constructor(limit = KEPT_BYTES) {
    this.#limit = limit;
  }

  /** A view of what is kept, in order from the first byte; it holds until the next `append`. */
  get kept(): Uint8Array {
    return this.#bytes.subarray(0, this.#kept);
  }

  /** How many bytes came, kept or not. */
  get total(): number {
    return this.#total;
  }

  get omitted(): number {
    return this.#total - this.#kept;
  }

  append(bytes: Uint8Array): void {
    const piece = bytes.subarray(0, this.#limit - this.#kept);
    // What came after a hole would be shown at the wrong place.
    if (piece.length > 0 && this.omitted === 0) {
      this.#reserve(this.#kept + piece.length);
      this.#bytes.set(piece, this.#kept);
      this.#kept += piece.length;
    }
    this.#total += bytes.length;
  }

  /** Counts bytes that nobody kept. */
  skip(count: number): void {
    this.#total += count;
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const capacity = Math.max(length, 2 * this.#bytes.length, FIRST_CAPACITY);
    const grown = new Uint8Array(Math.min(capacity, this.#limit));
    grown.set(this.kept);
    this.#bytes = grown;
  }
}
