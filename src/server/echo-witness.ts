// What a client's message was on the wire, and its echo: the bytes themselves, told to the figure that shows them.
import type { Socket } from 'node:net';
import {
  decodeFrameHeader,
  isControlOpcode,
  MAX_HEADER_SIZE,
  type FrameHeader,
} from '../wire/index.ts';
import { createTokenBucket } from './token-bucket.ts';

/** Whoever offers it gets, after each echo, one more text message: a `Sighting` as JSON. */
export const WITNESS_SUBPROTOCOL = 'trame.octets';

/** In bytes, of each direction: what a page shows. The count of all of them goes with it. */
export const SHOWN_BYTES = 64;

/** A hand sends no faster; beyond, the echo goes on and the witness keeps silent. */
const SIGHTINGS_PER_SECOND = 10;
const SIGHTING_BURST = 50;

/** The first bytes of a message's frames in hexadecimal, and how many there were. */
export type Sighting = {
  readonly recu: string;
  readonly recuOctets: number;
  readonly envoye: string;
  readonly envoyeOctets: number;
};

export type EchoWitness = {
  /** Calls `echo`, which sends the echo of the message that has just come, and tells what crossed; `null`: too often. */
  watch(echo: () => void): Sighting | null;
};

/** Reads over the shoulder of `ws`. To be called before the first byte after the opening handshake is read. */
export function witnessEcho(socket: Socket): EchoWitness {
  const received = new MessageBytes();
  let sent: FirstBytes | null = null;
  // Before `ws`, which unmasks in place; after it, when all the messages of the chunk have been handled.
  socket.prependListener('data', (chunk: Buffer) => {
    received.start(chunk);
  });
  socket.on('data', () => {
    received.finish();
  });
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  // The overloads of `write` differ by what follows the bytes, which goes through as it came.
  socket.write = (...args: [Uint8Array, ...unknown[]]) => {
    sent?.append(args[0]);
    return write(...args);
  };
  const sightings = createTokenBucket(SIGHTINGS_PER_SECOND, SIGHTING_BURST);
  return {
    watch: (echo) => {
      const seen = received.next();
      const answer = new FirstBytes();
      sent = answer;
      echo();
      sent = null;
      if (seen === null || !sightings.tryTake()) return null;
      return {
        recu: seen.hex,
        recuOctets: seen.total,
        envoye: answer.hex,
        envoyeOctets: answer.total,
      };
    },
  };
}

/** The first `SHOWN_BYTES` of something, copied, and the count of all of it. */
class FirstBytes {
  readonly #bytes = Buffer.alloc(SHOWN_BYTES);
  #kept = 0;
  total = 0;

  get hex(): string {
    return this.#bytes.toString('hex', 0, this.#kept);
  }

  append(bytes: Uint8Array): void {
    const piece = bytes.subarray(0, SHOWN_BYTES - this.#kept);
    this.#bytes.set(piece, this.#kept);
    this.#kept += piece.length;
    this.total += bytes.length;
  }
}

/**
 * Finds where each message of a client ends, frames of control left out. Between two chunks it keeps a header and
 * `SHOWN_BYTES`; it reads a chunk as messages are asked for, so that a thousand messages in one chunk cost nothing more.
 */
class MessageBytes {
  #chunk: Uint8Array = Buffer.alloc(0);
  #position = 0;
  readonly #headerBytes = new Uint8Array(MAX_HEADER_SIZE);
  #headerRead = 0;
  #header: FrameHeader | null = null;
  #payloadLeft = 0;
  #message = new FirstBytes();
  #isBroken = false;

  /** Copies the chunk: `ws` writes into it. */
  start(chunk: Uint8Array): void {
    this.#chunk = Uint8Array.from(chunk);
    this.#position = 0;
  }

  /** Reads the chunk to its end, and lets go of it. */
  finish(): void {
    while (this.next() !== null);
    this.#chunk = Buffer.alloc(0);
    this.#position = 0;
  }

  /** The next message that ends in this chunk. */
  next(): FirstBytes | null {
    while (!this.#isBroken && this.#position < this.#chunk.length) {
      if (this.#header === null) this.#readHeaderByte();
      else this.#readPayload(this.#header);
      const header: FrameHeader | null = this.#header;
      if (header === null || this.#payloadLeft > 0) continue;
      this.#header = null;
      this.#headerRead = 0;
      if (isControlOpcode(header.opcode) || !header.fin) continue;
      const message = this.#message;
      this.#message = new FirstBytes();
      return message;
    }
    return null;
  }

  #readHeaderByte(): void {
    this.#headerBytes[this.#headerRead++] = this.#chunk[this.#position++] ?? 0;
    const bytes = this.#headerBytes.subarray(0, this.#headerRead);
    try {
      this.#header = decodeFrameHeader(bytes);
    } catch {
      // A length that nobody can mean: `ws` fails the connection.
      this.#isBroken = true;
    }
    if (this.#header === null) return;
    this.#payloadLeft = this.#header.payloadLength;
    this.#keep(this.#header, bytes);
  }

  #readPayload(header: FrameHeader): void {
    const end = Math.min(this.#chunk.length, this.#position + this.#payloadLeft);
    const bytes = this.#chunk.subarray(this.#position, end);
    this.#position = end;
    this.#payloadLeft -= bytes.length;
    this.#keep(header, bytes);
  }

  #keep({ opcode }: FrameHeader, bytes: Uint8Array): void {
    if (!isControlOpcode(opcode)) this.#message.append(bytes);
  }
}
