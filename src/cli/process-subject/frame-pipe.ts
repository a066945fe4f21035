// Whole values over a pipe: a length of four bytes, then the value as V8 serialises it.
// It also runs beside the student's code, hence on captured built-ins only.
import { deserialize, serialize } from 'node:v8';
import { define, PlainUint8Array, typedArraySet } from '../../evidence/primordials.ts';

const HEADER = 4;

/** Longer frames are not read: the largest honest one carries the evidence caps several times over. */
export const FRAME_CAP = 128 * 1024 * 1024;

const SMALLEST_CAPACITY = 64 * 1024;

/** Bytes of a seal: what only we know, in front of each value, so that nobody else on the pipe can speak for us. */
export const SEAL_LENGTH = 16;
const NO_SEAL = new PlainUint8Array(0);

/** One frame, ready to write. */
export function encodeFrame(value: unknown, seal: Uint8Array = NO_SEAL): Uint8Array {
  const payload = serialize(value);
  const length = seal.length + payload.length;
  const frame = new PlainUint8Array(HEADER + length);
  keepLengthsOwn(frame, HEADER + length);
  frame[0] = length >>> 24;
  frame[1] = length >>> 16;
  frame[2] = length >>> 8;
  frame[3] = length;
  typedArraySet(frame, seal, HEADER);
  typedArraySet(frame, payload, HEADER + seal.length);
  return frame;
}

/** Whoever asks bytes how long they are must not call a getter that student code planted: it would be shown the seal. */
export function keepLengthsOwn(bytes: Uint8Array, length: number): void {
  define(bytes, 'length', length);
  define(bytes, 'byteLength', length);
}

/** Cuts a stream of chunks back into values. `broken` is called, once, when what comes cannot be a frame. */
export class FrameReader {
  readonly #received: (value: unknown) => void;
  readonly #broken: () => void;
  readonly #seal: Uint8Array;
  #buffer = new PlainUint8Array(SMALLEST_CAPACITY);
  /** Bytes of `#buffer` that have arrived. */
  #length = 0;
  #state: 'reading' | 'broken' = 'reading';

  /** A frame without `seal` breaks the stream. */
  constructor(
    handlers: { received(value: unknown): void; broken(): void },
    seal: Uint8Array = NO_SEAL,
  ) {
    this.#seal = seal;
    this.#received = (value) => {
      handlers.received(value);
    };
    this.#broken = () => {
      this.#state = 'broken';
      handlers.broken();
    };
  }

  push(chunk: Uint8Array): void {
    if (this.#state === 'broken') return;
    this.#reserve(this.#length + chunk.length);
    typedArraySet(this.#buffer, chunk, this.#length);
    this.#length += chunk.length;
    let start = 0;
    for (let size = this.#frameAt(start); size !== null; size = this.#frameAt(start)) {
      if (!this.#read(start + HEADER, size)) return;
      start += HEADER + size;
    }
    if (start === 0) return;
    const rest = this.#view(start, this.#length - start);
    typedArraySet(this.#buffer, rest, 0);
    this.#length -= start;
  }

  /** The length of the payload of the frame at `start` once all of it has arrived. */
  #frameAt(start: number): number | null {
    const bytes = this.#buffer;
    if (this.#length - start < HEADER) return null;
    const high = (bytes[start] ?? 0) * 0x100_0000 + ((bytes[start + 1] ?? 0) << 16);
    const size = high + ((bytes[start + 2] ?? 0) << 8) + (bytes[start + 3] ?? 0);
    if (size > FRAME_CAP) {
      this.#broken();
      return null;
    }
    return this.#length - start - HEADER < size ? null : size;
  }

  #read(start: number, size: number): boolean {
    const sealed = this.#seal.length;
    if (size < sealed || !this.#seal.every((byte, index) => byte === this.#buffer[start + index])) {
      this.#broken();
      return false;
    }
    // A copy, for the bytes in a value are views of the frame that carried them.
    const payload = new PlainUint8Array(size - sealed);
    typedArraySet(payload, this.#view(start + sealed, size - sealed), 0);
    let value: unknown;
    try {
      value = deserialize(payload);
    } catch {
      this.#broken();
      return false;
    }
    this.#received(value);
    return true;
  }

  #view(start: number, size: number): Uint8Array {
    return new PlainUint8Array(this.#buffer.buffer, start, size);
  }

  #reserve(size: number): void {
    let capacity = this.#buffer.length;
    if (capacity >= size) return;
    while (capacity < size) capacity *= 2;
    const larger = new PlainUint8Array(capacity);
    typedArraySet(larger, this.#view(0, this.#length), 0);
    this.#buffer = larger;
  }
}
