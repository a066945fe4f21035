// The head of the opening handshake out of a stream that is cut anywhere, and the bytes that follow it.
import { byteAt } from '../byte-at.ts';
import { ByteBuffer } from '../byte-buffer.ts';
import { copyBytes } from '../copy-bytes.ts';
import { ProtocolError } from '../protocol-error.ts';
import { decodeLatin1 } from './latin1.ts';

/** In bytes, empty line included: what Node's own HTTP server accepts by default. */
export const DEFAULT_MAX_HEAD = 16_384;

/** `text` is latin1 and ends with the empty line. `rest` is already something else: frames. */
export type ReadHead = { readonly text: string; readonly rest: Uint8Array };

const END = [0x0d, 0x0a, 0x0d, 0x0a];

/** Looks at each byte once. Of no use once it has returned the head, or thrown. */
export class HeadReader {
  readonly #maxHead: number;
  readonly #head: ByteBuffer;
  /** How many bytes of the empty line the bytes read so far end with. */
  #matched = 0;

  constructor(maxHead = DEFAULT_MAX_HEAD) {
    this.#maxHead = maxHead;
    this.#head = new ByteBuffer(maxHead);
  }

  /** The head, once its empty line has come; `null` until then. @throws {ProtocolError} `head-too-large` */
  push(chunk: Uint8Array): ReadHead | null {
    let position = 0;
    while (position < chunk.length && this.#matched < END.length) {
      this.#match(byteAt(chunk, position++));
    }
    if (this.#head.length + position > this.#maxHead) {
      throw new ProtocolError('head-too-large', `more than ${this.#maxHead} bytes`);
    }
    this.#head.append(chunk.subarray(0, position));
    if (this.#matched < END.length) return null;
    return { text: decodeLatin1(this.#head.take()), rest: copyBytes(chunk, position) };
  }

  #match(byte: number): void {
    if (byte === END[this.#matched]) this.#matched++;
    // CR CR LF CR LF also ends a head: the byte that breaks a match may begin the next one.
    else this.#matched = byte === END[0] ? 1 : 0;
  }
}
