// One connection to the student's server, as its client lives it: what is sent, all that came back, and how it ended.
import type { ByteStream } from '../../mux/byte-stream.ts';
import { decodeLatin1, encodeLatin1 } from '../../wire/index.ts';

/** `ended`: the server has sent its end (FIN), and everything before it is there. `reset`: the connection was cut (RST). */
export type ConversationState = 'open' | 'ended' | 'reset';

//   open ──FIN──► ended
//     └────RST──► reset        what was received stays readable in every state
export class Conversation {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;
  #state: ConversationState = 'open';

  /** Reads from now on, so that the server is never held back by its client. */
  constructor(stream: ByteStream) {
    this.#reader = stream.readable.getReader();
    this.#writer = stream.writable.getWriter();
    this.#reader.closed.catch(ignore);
    this.#writer.closed.catch(ignore);
    void this.#listen();
  }

  get state(): ConversationState {
    return this.#state;
  }

  /** Bytes received so far. */
  get length(): number {
    return this.#length;
  }

  /** All that was received so far, in a copy. */
  get bytes(): Uint8Array {
    return this.bytesFrom(0);
  }

  /** What was received from that byte on, in a copy: a long conversation is not copied anew at each look. */
  bytesFrom(start: number): Uint8Array {
    const rest = new Uint8Array(Math.max(0, this.#length - start));
    let offset = -start;
    for (const chunk of this.#chunks) {
      const end = offset + chunk.length;
      if (end > 0) rest.set(offset < 0 ? chunk.subarray(-offset) : chunk, Math.max(0, offset));
      offset = end;
    }
    return rest;
  }

  /** The same, one character for each byte. */
  get text(): string {
    return decodeLatin1(this.bytes);
  }

  /** Text is latin1. What a server that is gone does not take is lost, as with TCP: `state` tells. */
  async send(bytes: Uint8Array | string): Promise<void> {
    const chunk = typeof bytes === 'string' ? encodeLatin1(bytes) : bytes.slice();
    await this.#writer.write(chunk).catch(ignore);
  }

  /** Says that nothing more will be sent (FIN); the server may go on. */
  async end(): Promise<void> {
    await this.#writer.close().catch(ignore);
  }

  /** Cuts the connection (RST), as a client does that vanishes. */
  async reset(): Promise<void> {
    if (this.#state === 'open') this.#state = 'reset';
    await Promise.all([this.#writer.abort().catch(ignore), this.#reader.cancel().catch(ignore)]);
  }

  async #listen(): Promise<void> {
    try {
      for (;;) {
        const { value, done } = await this.#reader.read();
        if (done) break;
        this.#chunks.push(value);
        this.#length += value.length;
      }
      if (this.#state === 'open') this.#state = 'ended';
    } catch {
      this.#state = 'reset';
    }
  }
}

function ignore(): void {
  // How the connection ended is told by `state`.
}
