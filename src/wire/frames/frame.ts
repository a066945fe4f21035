// One whole frame, header and payload: the unit that travels (RFC 6455 §5.2).
import { copyBytes } from '../copy-bytes.ts';
import { decodeFrameHeader, encodeFrameHeader, type FrameHeader } from './frame-header.ts';
import { maskInPlace } from './mask.ts';

/** A frame as it came. `payload` is unmasked, in fresh memory. */
export type Frame = FrameHeader & { readonly payload: Uint8Array };

/** A frame to send. `payload` is not masked yet: `encodeFrame` does it when there is a key. */
export type FrameFields = {
  readonly opcode: number;
  readonly payload: Uint8Array;
  /** Default: true. */
  readonly fin?: boolean;
  readonly rsv1?: boolean;
  readonly rsv2?: boolean;
  readonly rsv3?: boolean;
  /** 4 bytes, or `null` (the default) for a frame that is not masked. */
  readonly maskingKey?: Uint8Array | null;
};

/** The frame at the beginning of some bytes, and how many of them it took. */
export type DecodedFrame = { readonly frame: Frame; readonly size: number };

/**
 * Reads the frame at the beginning of `bytes`; `null` while it is incomplete.
 * Keeps no state and applies no rule but those of the length: a grader reads with it even what breaks the rules.
 * @throws {ProtocolError} `payload-length-sign-bit`, `frame-too-large` (past 2^53 - 1 bytes)
 */
export function decodeFrame(bytes: Uint8Array): DecodedFrame | null {
  const header = decodeFrameHeader(bytes);
  if (header === null) return null;
  const size = header.headerSize + header.payloadLength;
  if (bytes.length < size) return null;

  const payload = copyBytes(bytes, header.headerSize, size);
  if (header.maskingKey !== null) maskInPlace(payload, header.maskingKey);
  return { frame: { ...header, payload }, size };
}

/**
 * Writes a frame in fresh memory. Applies no rule but the shortest length: a grader sends with it
 * what no endpoint may send. `Sender` is the one that obeys.
 * @throws {ProtocolError} `masking-key-size`
 */
export function encodeFrame(fields: FrameFields): Uint8Array<ArrayBuffer> {
  const { fin = true, maskingKey = null, payload } = fields;
  const header = encodeFrameHeader({ ...fields, fin, maskingKey, payloadLength: payload.length });
  const frame = new Uint8Array(header.length + payload.length);
  frame.set(header);
  frame.set(payload, header.length);
  // In the frame's own memory: the caller's payload is never touched.
  if (maskingKey !== null) maskInPlace(frame.subarray(header.length), maskingKey);
  return frame;
}
