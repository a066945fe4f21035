// Whether text that comes in pieces is UTF-8: a character may be cut by a chunk or by a fragment.
import { formatHex } from '../hex.ts';
import { ProtocolError } from '../protocol-error.ts';
import { INVALID, Utf8Sequence } from './utf8-sequence.ts';

/** Reads each byte once, keeps three numbers, and never the text. Of no use after it threw. */
export class Utf8Validator {
  readonly #sequence = new Utf8Sequence();
  #offset = 0;

  /** @throws {ProtocolError} `invalid-utf8`, at the first byte that no text could have there. */
  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#sequence.push(byte) === INVALID) {
        const hexadecimal = formatHex(Uint8Array.of(byte));
        throw new ProtocolError('invalid-utf8', `byte ${hexadecimal} at offset ${this.#offset}`);
      }
      this.#offset++;
    }
  }

  /** Says that the text ends here. @throws {ProtocolError} `invalid-utf8` in the middle of a character. */
  end(): void {
    if (this.#sequence.incomplete) {
      throw new ProtocolError(
        'invalid-utf8',
        `an end inside a character, at ${this.#offset} bytes`,
      );
    }
  }
}
