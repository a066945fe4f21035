// Bytes gathered from many small pieces, in memory proportional to what came and not to what was announced.
import { copyBytes } from './copy-bytes.ts';

const FIRST_CAPACITY = 128;

/**
 * Doubles when it is full, so that gathering n bytes copies fewer than 2n, however small the pieces.
 * A list of the pieces would let a peer that sends them one byte at a time cost us a hundred times as much.
 */
export class ByteBuffer {
  readonly #limit: number;
  #bytes = new Uint8Array(0);
  #length = 0;

  /** @param limit the most that will be appended, in bytes; the memory never exceeds it. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  append(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#bytes.length) this.#grow(length);
    this.#bytes.set(piece, this.#length);
    this.#length = length;
  }

  /** What was appended, in memory that is the caller's from now on. The buffer is empty again. */
  take(): Uint8Array<ArrayBuffer> {
    const taken =
      this.#length === this.#bytes.length ? this.#bytes : copyBytes(this.#bytes, 0, this.#length);
    this.#bytes = new Uint8Array(0);
    this.#length = 0;
    return taken;
  }

  #grow(length: number): void {
    if (length > this.#limit) throw new RangeError(`${length} bytes in a buffer of ${this.#limit}`);
    const doubled = Math.max(length, 2 * this.#bytes.length, FIRST_CAPACITY);
    const grown = new Uint8Array(Math.min(doubled, this.#limit));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
