// Frames out of a stream that is cut anywhere, refused as early as their bytes allow.
import { byteAt } from '../byte-at.ts';
import { copyBytes } from '../copy-bytes.ts';
import { ProtocolError } from '../protocol-error.ts';
import {
  decodeFrameHeader,
  FRAME_START_SIZE,
  MAX_HEADER_SIZE,
  type FrameHeader,
} from './frame-header.ts';
import { checkFrameStart, type Role } from './frame-rules.ts';
import { decodeFrameStart } from './frame-start.ts';
import { mask } from './mask.ts';
import { isControlOpcode } from './opcode.ts';
import { decodePayloadLength, extendedLengthSize } from './payload-length.ts';

/** What becomes known of a frame, in this order: its header, its payload in pieces, unmasked, its end. */
export type FramePart =
  | {
      readonly type: 'header';
      readonly header: FrameHeader;
    }
  | { readonly type: 'payload'; readonly bytes: Uint8Array }
  | { readonly type: 'end' };

export type FrameReaderOptions = {
  readonly role: Role;
  /** The most payload that a data frame may announce, in bytes. Control frames have a limit of their own. */
  readonly maxFramePayload: number;
};

/**
 * Every byte is read once. At most 14 are kept: the payload goes on as it comes.
 *
 *             last byte of the header         last byte of the payload
 *   header ─────────────────────────► payload ────────────────────────► header …
 *      └── and the payload is empty ──► header …
 *
 * A broken rule throws, and the reader is of no use after it.
 */
export class FrameReader {
  readonly #role: Role;
  readonly #maxFramePayload: number;
  readonly #headerBytes = new Uint8Array(MAX_HEADER_SIZE);
  #headerRead = 0;
  #header: FrameHeader | null = null;
  #payloadRead = 0;
  #frameOffset = 0;

  constructor(options: FrameReaderOptions) {
    this.#role = options.role;
    this.#maxFramePayload = options.maxFramePayload;
  }

  /** Where the frame being read starts, in bytes since the first one of the stream. */
  get frameOffset(): number {
    return this.#frameOffset;
  }

  /**
   * Reads on as its parts are asked for: to stop asking is to stop reading, for good.
   * @throws {ProtocolError} those of `checkFrameStart` and `decodePayloadLength`; `frame-too-large`
   */
  *read(chunk: Uint8Array): Generator<FramePart, void, undefined> {
    let position = 0;
    while (position < chunk.length) {
      if (this.#header === null) {
        this.#header = this.#readHeaderByte(byteAt(chunk, position++));
        if (this.#header === null) continue;
        yield { type: 'header', header: this.#header };
      } else {
        const bytes = this.#readPayload(this.#header, chunk.subarray(position));
        position += bytes.length;
        yield { type: 'payload', bytes };
      }
      if (this.#payloadRead === this.#header.payloadLength) {
        yield { type: 'end' };
        this.#startNextFrame(this.#header);
      }
    }
  }

  /** Judges as soon as there is something to judge: after byte 2, then after the length, before any key. */
  #readHeaderByte(byte: number): FrameHeader | null {
    this.#headerBytes[this.#headerRead++] = byte;
    const bytes = this.#headerBytes.subarray(0, this.#headerRead);
    if (bytes.length < FRAME_START_SIZE) return null;

    const start = decodeFrameStart(byteAt(bytes, 0), byteAt(bytes, 1));
    if (bytes.length === FRAME_START_SIZE) checkFrameStart(start, this.#role);
    if (bytes.length === FRAME_START_SIZE + extendedLengthSize(start.length7)) {
      this.#checkPayloadLength(start.opcode, decodePayloadLength(start.length7, bytes));
    }
    return decodeFrameHeader(bytes);
  }

  #checkPayloadLength(opcode: number, length: number): void {
    if (!isControlOpcode(opcode) && length > this.#maxFramePayload) {
      throw new ProtocolError('frame-too-large', `${length} bytes`);
    }
  }

  #readPayload(header: FrameHeader, available: Uint8Array): Uint8Array {
    const masked = available.subarray(0, header.payloadLength - this.#payloadRead);
    const offset = this.#payloadRead;
    this.#payloadRead += masked.length;
    return header.maskingKey === null ? copyBytes(masked) : mask(masked, header.maskingKey, offset);
  }

  #startNextFrame(header: FrameHeader): void {
    this.#frameOffset += header.headerSize + header.payloadLength;
    this.#header = null;
    this.#headerRead = 0;
    this.#payloadRead = 0;
  }
}
