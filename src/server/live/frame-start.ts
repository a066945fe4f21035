// The start of the WebSocket frames in which the multiplexer's frames travel to a tab: written by us, so that a frame is one write.

/** Bytes of the longest start of an unmasked frame (RFC 6455 §5.2). */
export const MAX_FRAME_START = 10;

const FIN_AND_BINARY = 0x82;
const LENGTH_IN_16_BITS = 126;
const LENGTH_IN_64_BITS = 127;

/** How many bytes the start of a frame takes whose payload has `length` bytes. */
export function frameStartSize(length: number): number {
  if (length < LENGTH_IN_16_BITS) return 2;
  return length <= 0xffff ? 4 : MAX_FRAME_START;
}

/** Writes it at the beginning of `target`: a whole binary message, not masked, as a server sends it (RFC 6455 §5.2). */
export function writeFrameStart(target: Buffer, length: number): void {
  target[0] = FIN_AND_BINARY;
  switch (frameStartSize(length)) {
    case 2:
      target[1] = length;
      break;
    case 4:
      target[1] = LENGTH_IN_16_BITS;
      target.writeUInt16BE(length, 2);
      break;
    default:
      target[1] = LENGTH_IN_64_BITS;
      target.writeUInt32BE(0, 2);
      target.writeUInt32BE(length, 6);
  }
}
