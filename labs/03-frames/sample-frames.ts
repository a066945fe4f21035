// Frames that the steps of this lab send, with what the oracle says of them: each byte of theirs is known by its field.
import { encodeFrame, type Random } from '../../src/grading/index.ts';

/** The masking key of the examples of RFC 6455 §5.7. */
export const RFC_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

export const OPCODES = {
  continuation: 0,
  text: 1,
  binary: 2,
  close: 8,
  ping: 9,
  pong: 10,
} as const;

export type SampleFrame = {
  readonly fin: boolean;
  readonly opcode: number;
  /** Unmasked. */
  readonly payload: Uint8Array;
  readonly key: Uint8Array | null;
  readonly bytes: Uint8Array;
  /** Where the payload starts. */
  readonly headerSize: number;
};

export type FrameOptions = {
  readonly opcode: number;
  readonly payload: Uint8Array;
  readonly fin?: boolean;
  readonly key?: Uint8Array | null;
};

export function sampleFrame({
  fin = true,
  key = null,
  opcode,
  payload,
}: FrameOptions): SampleFrame {
  const bytes = encodeFrame({ fin, opcode, payload, maskingKey: key });
  return { fin, opcode, payload, key, bytes, headerSize: bytes.length - payload.length };
}

/** Four bytes that differ from each other and from zero: which one was used always shows. */
export function drawMaskingKey(random: Random): Uint8Array {
  for (;;) {
    const key = random.bytes(4);
    if (!key.includes(0) && new Set(key).size === 4) return key;
  }
}

/** A prime that divides no power of two: a shift of any size shows in bytes that repeat so. */
const PERIOD = 251;

/** As `random.bytes()`, for sizes at which drawing each byte would take long. */
export function drawLongPayload(random: Random, size: number): Uint8Array {
  const period = random.bytes(PERIOD);
  const payload = new Uint8Array(size);
  for (let at = 0; at < size; at += PERIOD) {
    payload.set(period.subarray(0, Math.min(PERIOD, size - at)), at);
  }
  return payload;
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
