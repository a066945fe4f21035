// Many byte streams over one carrier, with credits end to end: a paused reader stops its writer, and nobody else.
import type { ByteStream } from './byte-stream.ts';
import type { Carrier } from './carrier.ts';
import { MuxProtocolError } from './mux-error.ts';
import {
  decodeMuxFrame,
  encodeMuxFrame,
  MAX_WINDOW,
  MIN_WINDOW,
  type MuxFrame,
  type RefusalReason,
  type StreamMetadata,
} from './mux-frame.ts';
import { Stream, type MuxStream } from './mux-stream.ts';
import { toByteStream } from './to-byte-stream.ts';

const DEFAULT_WINDOW = 256 * 1024;
const DEFAULT_MAX_STREAMS = 128;
const LAST_STREAM_ID = 0xffff_ffff;

/** A stream that the peer offers: answer once, now or later. Unanswered ones count among the `maxStreams`. */
export interface IncomingStream {
  readonly metadata: StreamMetadata;
  /** Opens it. If the peer gave up meanwhile, the stream returned resets as soon as it is handled. */
  accept(): MuxStream;
  /** Nobody listens there (TCP: connection refused). */
  refuse(): void;
}

export type MuxOptions = {
  /** Each side of a carrier takes another one: it decides the parity of the ids (opener odd, accepter even). */
  readonly side: 'opener' | 'accepter';
  /** Streams offered by the peer. Without it, each is refused. */
  readonly onStream?: (stream: IncomingStream) => void;
  /**
   * Credit given on each stream before we consume anything, in bytes: a frame costs its payload, and 256 at least.
   * Default 256 KiB, `MIN_WINDOW` (1 KiB) to `MAX_WINDOW` (4 MiB).
   */
  readonly window?: number;
  /** How many streams the peer may have open or offered at once; one more is refused as `busy`. Default 128. */
  readonly maxStreams?: number;
};

/** Why the mux is over. `violation` is set when the peer broke the protocol. */
export type MuxEnding = { readonly by: 'us' | 'peer'; readonly violation: MuxProtocolError | null };

export interface Mux {
  /** Offers a stream; it may be written to at once, and resets with `refused` or `busy` if the peer declines. */
  open(metadata: StreamMetadata): MuxStream;
  /** Opens a stream and waits for the answer. Rejects with `StreamReset`. */
  connect(metadata: StreamMetadata): Promise<ByteStream>;
  /** Closes the carrier; every stream resets with `closed`. Idempotent. */
  close(): void;
  /** Resolves once, when the carrier is gone; never rejects. */
  readonly closed: Promise<MuxEnding>;
}

export function createMux(carrier: Carrier, options: MuxOptions): Mux {
  return new CarrierMux(carrier, options);
}

class CarrierMux implements Mux {
  readonly closed: Promise<MuxEnding>;
  readonly #resolveClosed: (ending: MuxEnding) => void;
  readonly #carrier: Carrier;
  readonly #onStream: ((stream: IncomingStream) => void) | undefined;
  readonly #window: number;
  readonly #maxStreams: number;
  readonly #streams = new Map<number, Stream>();
  /** Our ids and the peer's have different parities, and each only grows: an id says whether it was ever used. */
  readonly #ourParity: 0 | 1;
  #lastOurs: number;
  #lastTheirs = 0;
  #theirStreams = 0;
  #isOver = false;

  constructor(carrier: Carrier, options: MuxOptions) {
    this.#carrier = carrier;
    this.#onStream = options.onStream;
    this.#window = options.window ?? DEFAULT_WINDOW;
    if (!(this.#window >= MIN_WINDOW && this.#window <= MAX_WINDOW)) {
      throw new RangeError('window is MIN_WINDOW to MAX_WINDOW bytes');
    }
    this.#maxStreams = options.maxStreams ?? DEFAULT_MAX_STREAMS;
    this.#ourParity = options.side === 'opener' ? 1 : 0;
    this.#lastOurs = options.side === 'opener' ? -1 : 0;
    const { promise, resolve } = Promise.withResolvers<MuxEnding>();
    this.closed = promise;
    this.#resolveClosed = resolve;
    carrier.onClose(() => {
      this.#finish({ by: 'peer', violation: null });
    });
    carrier.onFrame((bytes) => {
      this.#receive(bytes);
    });
  }

  open(metadata: StreamMetadata): MuxStream {
    const id = this.#lastOurs + 2;
    if (id > LAST_STREAM_ID) throw new RangeError('No stream id is left on this carrier');
    const stream = new Stream(this.#host, id, metadata, this.#window);
    if (this.#isOver) {
      stream.drop('closed');
      return stream;
    }
    const frame = { type: 'open', stream: id, window: this.#window, metadata } as const;
    const bytes = encodeMuxFrame(frame);
    this.#lastOurs = id;
    this.#streams.set(id, stream);
    this.#carrier.send(bytes);
    return stream;
  }

  async connect(metadata: StreamMetadata): Promise<ByteStream> {
    const answer = Promise.withResolvers<undefined>();
    const bytes = toByteStream(this.open(metadata), {
      opened: () => {
        answer.resolve(undefined);
      },
      reset: answer.reject,
    });
    await answer.promise;
    return bytes;
  }

  close(): void {
    this.#finish({ by: 'us', violation: null });
  }

  readonly #host = {
    send: (frame: MuxFrame): void => {
      if (!this.#isOver) this.#carrier.send(encodeMuxFrame(frame));
    },
    sendData: (stream: number, bytes: Uint8Array): void => {
      if (this.#isOver) return;
      if (this.#carrier.sendData) this.#carrier.sendData(stream, bytes);
      else this.#carrier.send(encodeMuxFrame({ type: 'data', stream, bytes }));
    },
    closed: (stream: Stream): void => {
      if (this.#streams.delete(stream.id) && !this.#isOurs(stream.id)) this.#theirStreams -= 1;
    },
  };

  #receive(bytes: Uint8Array): void {
    if (this.#isOver) return;
    try {
      this.#dispatch(decodeMuxFrame(bytes));
    } catch (error) {
      if (!(error instanceof MuxProtocolError)) throw error;
      this.#finish({ by: 'us', violation: error });
    }
  }

  #dispatch(frame: MuxFrame): void {
    if (frame.type === 'open') {
      this.#receiveOpen(frame);
      return;
    }
    const stream = this.#streams.get(frame.stream);
    if (stream === undefined) {
      this.#ignoreLate(frame);
      return;
    }
    switch (frame.type) {
      case 'accept':
        this.#expectOurOffer(stream);
        stream.receiveAccept(frame.window);
        break;
      case 'refuse':
        this.#expectOurOffer(stream);
        stream.drop(frame.reason);
        break;
      case 'data':
        stream.receiveData(frame.bytes);
        break;
      case 'credit':
        stream.receiveCredit(frame.bytes);
        break;
      case 'end':
        stream.receiveEnd();
        break;
      case 'reset':
        stream.drop('reset');
        break;
    }
  }

  #receiveOpen(frame: Extract<MuxFrame, { type: 'open' }>): void {
    const { stream: id, window, metadata } = frame;
    if (this.#isOurs(id) || id <= this.#lastTheirs) {
      throw new MuxProtocolError('bad-stream-id', `OPEN of stream ${id}`);
    }
    if (window > MAX_WINDOW) {
      throw new MuxProtocolError('credit-overflow', `a window of ${window} bytes`);
    }
    this.#lastTheirs = id;
    if (this.#theirStreams >= this.#maxStreams || this.#onStream === undefined) {
      const reason: RefusalReason = this.#onStream === undefined ? 'refused' : 'busy';
      this.#host.send({ type: 'refuse', stream: id, reason });
      return;
    }
    const stream = new Stream(this.#host, id, metadata, this.#window);
    this.#streams.set(id, stream);
    this.#theirStreams += 1;
    try {
      this.#onStream(this.#incoming(stream, window));
    } catch (error) {
      // Whoever failed to answer will not answer later.
      if (stream.isOffered) stream.reset();
      throw error;
    }
  }

  #incoming(stream: Stream, peerWindow: number): IncomingStream {
    let isAnswered = false;
    const answer = (): boolean => {
      if (isAnswered) throw new Error('A stream is answered once');
      isAnswered = true;
      return stream.isOffered;
    };
    return {
      metadata: stream.metadata,
      accept: () => {
        if (answer()) {
          this.#host.send({ type: 'accept', stream: stream.id, window: this.#window });
          stream.accept(peerWindow);
        }
        return stream;
      },
      refuse: () => {
        if (!answer()) return;
        stream.drop('refused');
        this.#host.send({ type: 'refuse', stream: stream.id, reason: 'refused' });
      },
    };
  }

  /** Frames that crossed our RESET or last END on the way are ignored; frames of a stream that never was are not. */
  #ignoreLate(frame: MuxFrame): void {
    const last = this.#isOurs(frame.stream) ? this.#lastOurs : this.#lastTheirs;
    if (frame.stream > last || frame.stream === 0) {
      throw new MuxProtocolError('unknown-stream', `${frame.type} on stream ${frame.stream}`);
    }
  }

  #expectOurOffer(stream: Stream): void {
    if (this.#isOurs(stream.id) && stream.isOffered) return;
    throw new MuxProtocolError('unexpected-frame', `an answer on stream ${stream.id}`);
  }

  #isOurs(id: number): boolean {
    return id % 2 === this.#ourParity;
  }

  #finish(ending: MuxEnding): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#carrier.close();
    this.#resolveClosed(ending);
    dropAll([...this.#streams.values()]);
  }
}

/** Resets every stream even when a handler throws; the first error is thrown afterwards. */
function dropAll(streams: readonly Stream[]): void {
  const errors: unknown[] = [];
  for (const stream of streams) {
    try {
      stream.drop('closed');
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
