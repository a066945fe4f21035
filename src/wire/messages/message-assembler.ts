// Messages out of frames: fragments joined, text checked as it comes, size bounded (RFC 6455 §5.4, §8.1).
import { ByteBuffer } from '../byte-buffer.ts';
import type { FrameHeader } from '../frames/frame-header.ts';
import { OPCODE } from '../frames/opcode.ts';
import { ProtocolError } from '../protocol-error.ts';
import { Utf8Validator } from './utf8-validator.ts';
import { decodeUtf8 } from './utf8.ts';

/** The type of a message is the opcode of its first frame (RFC 6455 §6.2). */
export type MessageKind = 'text' | 'binary';

export type Message =
  | { readonly kind: 'text'; readonly data: string }
  | { readonly kind: 'binary'; readonly data: Uint8Array };

/** A message of which some frames are still to come. `validator` is `null` for a binary one. */
type PartialMessage = {
  readonly kind: MessageKind;
  readonly bytes: ByteBuffer;
  readonly validator: Utf8Validator | null;
};

/**
 * Takes data frames only: control frames may come between two of them and are not its business.
 *
 *              text or binary, FIN = 0                continuation, FIN = 1
 *   no message ───────────────────────► in a message ──────────────────────► no message
 *      └── text or binary, FIN = 1 ──► no message    └── continuation, FIN = 0 ──► in a message
 *
 *   continuation in « no message », text or binary in « in a message »: the rule is broken.
 *   A broken rule throws, and the assembler is of no use after it.
 */
export class MessageAssembler {
  readonly #maxMessagePayload: number;
  #partial: PartialMessage | null = null;

  /** @param maxMessagePayload in bytes, over all the fragments of a message. */
  constructor(maxMessagePayload: number) {
    this.#maxMessagePayload = maxMessagePayload;
  }

  /**
   * A data frame begins.
   * @throws {ProtocolError} `unexpected-continuation`, `expected-continuation` (1002); `message-too-large` (1009)
   */
  beginFrame(header: FrameHeader): void {
    if (header.opcode === OPCODE.continuation) {
      if (this.#partial === null) throw new ProtocolError('unexpected-continuation');
    } else {
      if (this.#partial !== null) throw new ProtocolError('expected-continuation');
      this.#partial = this.#startMessage(header.opcode === OPCODE.text ? 'text' : 'binary');
    }
    const size = this.#message.bytes.length + header.payloadLength;
    if (size > this.#maxMessagePayload)
      throw new ProtocolError('message-too-large', `${size} bytes`);
  }

  /** Some of its payload comes. @throws {ProtocolError} `invalid-utf8` (1007) */
  addPayload(bytes: Uint8Array): void {
    const { validator, bytes: gathered } = this.#message;
    validator?.push(bytes);
    gathered.append(bytes);
  }

  /**
   * The frame ends, and with FIN the message does.
   * @throws {ProtocolError} `invalid-utf8` (1007) when the text ends inside a character
   */
  endFrame(fin: boolean): Message | null {
    if (!fin) return null;
    const { kind, bytes, validator } = this.#message;
    validator?.end();
    this.#partial = null;
    const data = bytes.take();
    return kind === 'text' ? { kind, data: decodeUtf8(data) } : { kind, data };
  }

  /** The message that `beginFrame` began or continued. */
  get #message(): PartialMessage {
    if (this.#partial === null) throw new Error('beginFrame() comes first');
    return this.#partial;
  }

  #startMessage(kind: MessageKind): PartialMessage {
    const bytes = new ByteBuffer(this.#maxMessagePayload);
    return { kind, bytes, validator: kind === 'text' ? new Utf8Validator() : null };
  }
}
