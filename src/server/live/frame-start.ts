// The start of the WebSocket frames in which the multiplexer's frames travel to a tab: written by us, so that a frame is one write.

const FIN_AND_BINARY = 0x82;
const LENGTH_IN_16_BITS = 126;

/** How many bytes the start of a frame takes whose payload has `length` bytes, at most 65,535. */
export function frameStartSize(length: number): 2 | 4 {
  return length < LENGTH_IN_16_BITS ? 2 : 4;
}

/** Writes it at the beginning of `target`: a whole binary message, not masked, as a server sends it (RFC 6455 §5.2). */
export function writeFrameStart(target: Buffer, length: number): void {
  target[0] = FIN_AND_BINARY;
  if (frameStartSize(length) === 2) {
    target[1] = length;
  } else {
    target[1] = LENGTH_IN_16_BITS;
    target.writeUInt16BE(length, 2);
  }
}
