// Copies what passes on the visitors' connections for whoever watches: within caps, in batches, one batch at a time.
import type { WireDirection, WireEvent } from '../inspector/wire-event.ts';

/**
 * Bytes kept: of one visitor in one direction, and of a whole run. Beyond, they are only counted.
 * The first `head` bytes are kept whatever the run has taken: without them a visit means nothing.
 */
export const TAP_CAPS = { direction: 64 * 1024, head: 16 * 1024, run: 8 * 1024 * 1024 } as const;

/**
 * Events that may wait for the watcher, give or take the few of each visitor who is there already.
 * Past it a piece joins the last one of its direction, its place among the others lost, and who comes is only counted.
 */
export const PENDING_EVENTS = 2_000;

/** How often, at most, the watcher is told, in milliseconds. */
const BATCH_INTERVAL = 40;

export type WireTapHost = {
  /**
   * Hands a batch over, with the number of visits since the last one of which nothing will be told.
   * The next one waits for `acknowledge()`: what a busy watcher makes wait is bounded by `PENDING_EVENTS`.
   */
  deliver(events: readonly WireEvent[], untold: number): void;
  /** Milliseconds since the run began. */
  now(): number;
  wait(milliseconds: number, callback: () => void): void;
};

/** What passed since the last batch: the first `length` bytes of `buffer`, which has room for more. */
type Piece = {
  readonly kind: 'bytes';
  readonly connection: number;
  readonly at: number;
  readonly direction: WireDirection;
  buffer: Uint8Array;
  length: number;
  omitted: number;
};
type Pending = Piece | Exclude<WireEvent, { kind: 'bytes' }>;

/** One direction of a connection. */
type Course = {
  /** Bytes that may still be kept; none once some were omitted. */
  room: number;
  /** The last piece, and the batch it leaves in. */
  last: { readonly piece: Piece; readonly batch: readonly Pending[] } | null;
};

/** idle ──event──► waiting ──BATCH_INTERVAL──► delivered ──acknowledge()──► idle, or waiting again */
export class WireTap {
  readonly #host: WireTapHost;
  #pending: Pending[] = [];
  #untold = 0;
  #room: number = TAP_CAPS.run;
  #state: 'idle' | 'waiting' | 'delivered' = 'idle';

  constructor(host: WireTapHost) {
    this.#host = host;
  }

  /** Watches one more connection; `label` says who it is. */
  open(connection: number, label: string): ConnectionTap {
    if (this.#pending.length >= PENDING_EVENTS) {
      this.#untold += 1;
      return UNWATCHED;
    }
    this.#add({ kind: 'opened', connection, at: this.#host.now(), label });
    const courses: Record<WireDirection, Course> = {
      received: { room: TAP_CAPS.direction, last: null },
      sent: { room: TAP_CAPS.direction, last: null },
    };
    return {
      bytes: (direction, bytes) => {
        const course = courses[direction];
        const kept = this.#take(course, bytes.length);
        const piece =
          this.#pieceToJoin(course, kept) ?? this.#addPiece(course, connection, direction);
        append(piece, bytes.subarray(0, kept));
        piece.omitted += bytes.length - kept;
      },
      ended: (direction, how) => {
        this.#add({ kind: 'ended', connection, at: this.#host.now(), direction, how });
      },
    };
  }

  /** The watcher has taken the last batch. */
  acknowledge(): void {
    this.#state = 'idle';
    if (this.#pending.length > 0) this.#schedule();
  }

  /** How many of `length` bytes are kept. */
  #take(course: Course, length: number): number {
    const isHead = course.room > TAP_CAPS.direction - TAP_CAPS.head;
    const room = Math.max(this.#room, isHead ? TAP_CAPS.head : 0);
    const kept = Math.min(length, course.room, room);
    // What was omitted stands after what was kept: nothing may be added behind it.
    course.room = kept < length ? 0 : course.room - kept;
    this.#room = Math.max(0, this.#room - kept);
    return kept;
  }

  /** A mere count has no place among the other events; bytes keep theirs while there is room for it. */
  #pieceToJoin({ last }: Course, kept: number): Piece | null {
    if (last?.batch !== this.#pending) return null;
    const isFull = this.#pending.length >= PENDING_EVENTS;
    return kept === 0 || isFull || last.piece === this.#pending.at(-1) ? last.piece : null;
  }

  #addPiece(course: Course, connection: number, direction: WireDirection): Piece {
    const at = this.#host.now();
    const buffer = new Uint8Array(0);
    const piece: Piece = {
      kind: 'bytes',
      connection,
      at,
      direction,
      buffer,
      length: 0,
      omitted: 0,
    };
    course.last = { piece, batch: this.#pending };
    this.#add(piece);
    return piece;
  }

  #add(event: Pending): void {
    this.#pending.push(event);
    if (this.#state === 'idle') this.#schedule();
  }

  #schedule(): void {
    this.#state = 'waiting';
    this.#host.wait(BATCH_INTERVAL, () => {
      this.#state = 'delivered';
      const events = this.#pending.map(settle);
      const untold = this.#untold;
      this.#pending = [];
      this.#untold = 0;
      this.#host.deliver(events, untold);
    });
  }
}

/** What is told of one connection. Bytes are copied. */
export type ConnectionTap = {
  bytes(direction: WireDirection, bytes: Uint8Array): void;
  ended(direction: WireDirection | 'both', how: 'fin' | 'reset'): void;
};

const UNWATCHED: ConnectionTap = { bytes: () => undefined, ended: () => undefined };

/** One copy in a buffer that doubles: a chunk of one byte costs one byte. */
function append(piece: Piece, bytes: Uint8Array): void {
  const length = piece.length + bytes.length;
  if (length > piece.buffer.length) {
    const grown = new Uint8Array(Math.max(length, 2 * piece.buffer.length));
    grown.set(piece.buffer);
    piece.buffer = grown;
  }
  piece.buffer.set(bytes, piece.length);
  piece.length = length;
}

function settle(event: Pending): WireEvent {
  if (event.kind !== 'bytes') return event;
  const { buffer, length, ...rest } = event;
  return { ...rest, bytes: buffer.slice(0, length) };
}
