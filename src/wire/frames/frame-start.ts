// The two bytes that every frame has: FIN, RSV1 to RSV3, opcode, MASK and the 7-bit length.

/*
   0                   1
   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5
  +-+-+-+-+-------+-+-------------+
  |F|R|R|R| opcode|M| Payload len |   RFC 6455 §5.2
  |I|S|S|S|  (4)  |A|     (7)     |
  |N|V|V|V|       |S|             |
  | |1|2|3|       |K|             |
  +-+-+-+-+-------+-+-------------+
*/
const FIN = 0b1000_0000;
const RSV1 = 0b0100_0000;
const RSV2 = 0b0010_0000;
const RSV3 = 0b0001_0000;
const OPCODE_BITS = 0b0000_1111;
const MASK = 0b1000_0000;
const LENGTH_BITS = 0b0111_1111;

export type FrameStart = {
  readonly fin: boolean;
  readonly rsv1: boolean;
  readonly rsv2: boolean;
  readonly rsv3: boolean;
  /** 0 to 15. */
  readonly opcode: number;
  /** Whether a masking key follows the length. */
  readonly masked: boolean;
  /** 0 to 125: the payload length in bytes. 126: it is in the next 2 bytes. 127: in the next 8. */
  readonly length7: number;
};

/** Reads the first two bytes of a frame. Every pair of bytes has a meaning: this never fails. */
export function decodeFrameStart(byte0: number, byte1: number): FrameStart {
  return {
    fin: (byte0 & FIN) !== 0,
    rsv1: (byte0 & RSV1) !== 0,
    rsv2: (byte0 & RSV2) !== 0,
    rsv3: (byte0 & RSV3) !== 0,
    opcode: byte0 & OPCODE_BITS,
    masked: (byte1 & MASK) !== 0,
    length7: byte1 & LENGTH_BITS,
  };
}

/** Writes the first two bytes of a frame: the inverse of `decodeFrameStart`. */
export function encodeFrameStart(start: FrameStart): [byte0: number, byte1: number] {
  const byte0 =
    (start.fin ? FIN : 0) |
    (start.rsv1 ? RSV1 : 0) |
    (start.rsv2 ? RSV2 : 0) |
    (start.rsv3 ? RSV3 : 0) |
    start.opcode;
  const byte1 = (start.masked ? MASK : 0) | start.length7;
  return [byte0, byte1];
}
