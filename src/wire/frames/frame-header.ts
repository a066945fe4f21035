// The header of a frame: from 2 bytes (short, unmasked) to 14 (64-bit length, masked). RFC 6455 §5.2.
import { byteAt } from '../byte-at.ts';
import { copyBytes } from '../copy-bytes.ts';
import { decodeFrameStart, encodeFrameStart, type FrameStart } from './frame-start.ts';
import { assertMaskingKey, MASKING_KEY_SIZE } from './mask.ts';
import {
  decodePayloadLength,
  encodeExtendedLength,
  extendedLengthSize,
  length7For,
} from './payload-length.ts';

/** Bytes that every frame has, and bytes of the longest header. */
export const FRAME_START_SIZE = 2;
export const MAX_HEADER_SIZE = FRAME_START_SIZE + 8 + MASKING_KEY_SIZE;

export type FrameHeader = Omit<FrameStart, 'length7'> & {
  /** 4 bytes, or `null` when the frame is not masked. */
  readonly maskingKey: Uint8Array | null;
  /** In bytes; neither the header nor the masking key counts. */
  readonly payloadLength: number;
  /** In bytes: where the payload starts. */
  readonly headerSize: number;
  /**
   * Whether the length is in its shortest form. A sender must use it; that a receiver should refuse
   * the others is not written, so this is noted and nothing more.
   */
  readonly minimalLength: boolean;
};

/** What a sender chooses. The reserved bits are 0 unless given. */
export type FrameHeaderFields = {
  readonly fin: boolean;
  readonly rsv1?: boolean;
  readonly rsv2?: boolean;
  readonly rsv3?: boolean;
  readonly opcode: number;
  readonly maskingKey: Uint8Array | null;
  readonly payloadLength: number;
};

/** The size in bytes of the header that begins with `start`, masking key included. */
export function headerSizeOf(start: FrameStart): number {
  return (
    FRAME_START_SIZE + extendedLengthSize(start.length7) + (start.masked ? MASKING_KEY_SIZE : 0)
  );
}

/**
 * Reads the header at the beginning of `bytes`; `null` while it is incomplete.
 * Judges nothing but the length: reserved bits, opcodes and masking are the business of `checkFrameStart`.
 * @throws {ProtocolError} `payload-length-sign-bit`, `frame-too-large` (past 2^53 - 1 bytes)
 */
export function decodeFrameHeader(bytes: Uint8Array): FrameHeader | null {
  if (bytes.length < FRAME_START_SIZE) return null;
  const { length7, ...start } = decodeFrameStart(byteAt(bytes, 0), byteAt(bytes, 1));
  const keyStart = FRAME_START_SIZE + extendedLengthSize(length7);
  if (bytes.length < keyStart) return null;

  // Read before the masking key has come: an absurd length is refused at once.
  const payloadLength = decodePayloadLength(length7, bytes);
  const headerSize = keyStart + (start.masked ? MASKING_KEY_SIZE : 0);
  if (bytes.length < headerSize) return null;

  return {
    ...start,
    maskingKey: start.masked ? copyBytes(bytes, keyStart, headerSize) : null,
    payloadLength,
    headerSize,
    minimalLength: length7 === length7For(payloadLength),
  };
}

/** Writes a header, its length in the shortest form. @throws {ProtocolError} `masking-key-size` */
export function encodeFrameHeader(fields: FrameHeaderFields): Uint8Array<ArrayBuffer> {
  const { fin, rsv1 = false, rsv2 = false, rsv3 = false, opcode, maskingKey } = fields;
  const masked = maskingKey !== null;
  const start = {
    fin,
    rsv1,
    rsv2,
    rsv3,
    opcode,
    masked,
    length7: length7For(fields.payloadLength),
  };

  const header = new Uint8Array(headerSizeOf(start));
  header.set(encodeFrameStart(start));
  encodeExtendedLength(fields.payloadLength, header);
  if (maskingKey !== null) {
    assertMaskingKey(maskingKey);
    header.set(maskingKey, header.length - MASKING_KEY_SIZE);
  }
  return header;
}
