// The payload length in its three forms: 7 bits, 7 + 16 bits, 7 + 64 bits (RFC 6455 §5.2).
import { ProtocolError } from '../protocol-error.ts';

/** Values of the 7-bit field that announce a longer one. */
const LENGTH_IN_16_BITS = 126;
const LENGTH_IN_64_BITS = 127;

/** The extended length follows the first two bytes of the frame. */
const EXTENDED_LENGTH_OFFSET = 2;

/** How many bytes of extended length follow the 7-bit field. */
export function extendedLengthSize(length7: number): 0 | 2 | 8 {
  if (length7 === LENGTH_IN_64_BITS) return 8;
  if (length7 === LENGTH_IN_16_BITS) return 2;
  return 0;
}

/** The 7-bit field that announces `length` bytes in the shortest form, the only one that may be sent. */
export function length7For(length: number): number {
  if (length < LENGTH_IN_16_BITS) return length;
  return length <= 0xffff ? LENGTH_IN_16_BITS : LENGTH_IN_64_BITS;
}

/**
 * The payload length in bytes. `header` starts at byte 0 of the frame and includes the extended length.
 * @throws {ProtocolError} `payload-length-sign-bit` (1002); `frame-too-large` (1009) past 2^53 - 1 bytes.
 */
export function decodePayloadLength(length7: number, header: Uint8Array): number {
  switch (extendedLengthSize(length7)) {
    case 0:
      return length7;
    case 2:
      return viewOf(header).getUint16(EXTENDED_LENGTH_OFFSET);
    case 8: {
      const length = viewOf(header).getBigUint64(EXTENDED_LENGTH_OFFSET);
      if (length >= 2n ** 63n) throw new ProtocolError('payload-length-sign-bit');
      if (length > Number.MAX_SAFE_INTEGER) {
        throw new ProtocolError('frame-too-large', `${length} bytes`);
      }
      return Number(length);
    }
  }
}

/** Writes into `header` the extended length that `length7For(length)` announces, in network byte order. */
export function encodeExtendedLength(length: number, header: Uint8Array): void {
  switch (extendedLengthSize(length7For(length))) {
    case 0:
      return;
    case 2:
      viewOf(header).setUint16(EXTENDED_LENGTH_OFFSET, length);
      return;
    case 8:
      viewOf(header).setBigUint64(EXTENDED_LENGTH_OFFSET, BigInt(length));
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
