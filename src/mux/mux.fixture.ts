// Two muxes at the ends of one carrier, and short words to drive their streams in tests.
import type { ByteStream } from './byte-stream.ts';
import type { Carrier } from './carrier.ts';
import { createMux, type IncomingStream, type Mux, type MuxOptions } from './mux.ts';
import type { MuxStream } from './mux-stream.ts';
import { toByteStream } from './to-byte-stream.ts';

/** Two ends of one channel. `cut` breaks it as a crash would, without any word of ours. */
export type CarrierPair = {
  readonly near: Carrier;
  readonly far: Carrier;
  cut(): void;
  dispose(): Promise<void>;
};

export type MuxFixture = AsyncDisposable & {
  readonly near: Mux;
  readonly far: Mux;
  readonly carriers: CarrierPair;
  /** The next stream that either side was offered; it was accepted. */
  accepted(): Promise<MuxStream>;
};

/** The window of both sides, in bytes. */
export const WINDOW = 64 * 1024;
/** Random bytes and cuts are the same in every run. */
const SEED = 20_261_123;

/** Both sides always refuse this port: an answer proves that all that was sent before has arrived. */
const FENCE_PORT = 9;

export async function makeFixture(
  makePair: () => Promise<CarrierPair>,
  options: Partial<MuxOptions>,
): Promise<MuxFixture> {
  const carriers = await makePair();
  const queue: MuxStream[] = [];
  const waiting: ((stream: MuxStream) => void)[] = [];
  const onStream = (stream: IncomingStream) => {
    if (stream.metadata.port === FENCE_PORT) stream.refuse();
    else if (options.onStream) options.onStream(stream);
    else {
      const accepted = stream.accept();
      const next = waiting.shift();
      if (next) next(accepted);
      else queue.push(accepted);
    }
  };
  const common = { window: WINDOW, ...options, onStream };
  const near = createMux(carriers.near, { ...common, side: 'opener' });
  const far = createMux(carriers.far, { ...common, side: 'accepter' });
  return {
    near,
    far,
    carriers,
    accepted: () => {
      const stream = queue.shift();
      if (stream) return Promise.resolve(stream);
      return new Promise((resolve) => waiting.push(resolve));
    },
    [Symbol.asyncDispose]: async () => {
      near.close();
      await far.closed;
      await carriers.dispose();
    },
  };
}

/** Resolves when all that `near` sent before has arrived, and what it provoked has come back. */
export async function roundTrip(mux: MuxFixture): Promise<void> {
  await mux.near.connect({ port: FENCE_PORT }).catch((error: unknown) => {
    if ((error as { reason?: unknown }).reason !== 'refused') throw error;
  });
}

/** A listener that sends back all it reads, with its backpressure. */
export function echo(stream: IncomingStream): void {
  const { readable, writable } = toByteStream(stream.accept());
  readable.pipeTo(writable).catch(() => undefined);
}

export async function send(stream: ByteStream, text: string): Promise<void> {
  const writer = stream.writable.getWriter();
  try {
    await writer.write(Buffer.from(text));
  } finally {
    writer.releaseLock();
  }
}

/** Reads exactly `length` bytes, as text. */
export async function receive(stream: ByteStream, length: number): Promise<string> {
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let left = length;
  try {
    while (left > 0) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`The stream ended ${left} bytes too early`);
      chunks.push(value);
      left -= value.length;
    }
  } finally {
    reader.releaseLock();
  }
  return Buffer.concat(chunks).toString();
}

export async function readAll(stream: ByteStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream.readable) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Bytes with no period: a lost or swapped chunk shows. */
export function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const next = xorshift(SEED);
  for (let index = 0; index < length; index++) bytes[index] = next();
  return bytes;
}

/** Writes in pieces of 1 byte to 200 kB, cut at seeded places, then closes. */
export async function writeInPieces(stream: ByteStream, bytes: Uint8Array): Promise<void> {
  const writer = stream.writable.getWriter();
  const next = xorshift(SEED + 1);
  for (let at = 0; at < bytes.length;) {
    const length = 1 + (next() % 200_000);
    await writer.write(bytes.slice(at, at + length));
    at += length;
  }
  await writer.close();
}

function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
