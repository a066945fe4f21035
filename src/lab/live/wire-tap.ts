// Copies what passes on the visitors' connections for whoever watches: within caps, in batches, one batch at a time.
import type { WireDirection, WireEvent } from '../inspector/wire-event.ts';

/**
 * Bytes kept: of one visitor in one direction, and of a whole run. Beyond, they are only counted.
 * The first `head` bytes are kept whatever the run has taken: without them a visit means nothing.
 */
export const TAP_CAPS = { direction: 64 * 1024, head: 16 * 1024, run: 8 * 1024 * 1024 } as const;

/** How often, at most, the watcher is told, in milliseconds. */
const BATCH_INTERVAL = 40;

export type WireTapHost = {
  /** Hands a batch over. The next one waits for `acknowledge()`, so that a busy watcher never makes a queue grow. */
  deliver(events: readonly WireEvent[]): void;
  /** Milliseconds since the run began. */
  now(): number;
  wait(milliseconds: number, callback: () => void): void;
};

/** What passed since the last batch; `chunks` become one piece when they leave. */
type PendingBytes = {
  readonly kind: 'bytes';
  readonly connection: number;
  readonly at: number;
  readonly direction: WireDirection;
  readonly chunks: Uint8Array[];
  omitted: number;
};
type Pending = PendingBytes | Exclude<WireEvent, { kind: 'bytes' }>;

/** idle ──event──► waiting ──BATCH_INTERVAL──► delivered ──acknowledge()──► idle, or waiting again */
export class WireTap {
  readonly #host: WireTapHost;
  #pending: Pending[] = [];
  #room: number = TAP_CAPS.run;
  #state: 'idle' | 'waiting' | 'delivered' = 'idle';

  constructor(host: WireTapHost) {
    this.#host = host;
  }

  /** Watches one more connection; `label` says who it is. */
  open(connection: number, label: string): ConnectionTap {
    this.#add({ kind: 'opened', connection, at: this.#host.now(), label });
    const rooms = { received: TAP_CAPS.direction, sent: TAP_CAPS.direction };
    return {
      bytes: (direction, bytes) => {
        const isHead = rooms[direction] > TAP_CAPS.direction - TAP_CAPS.head;
        const room = Math.max(this.#room, isHead ? TAP_CAPS.head : 0);
        const kept = Math.min(bytes.length, rooms[direction], room);
        rooms[direction] -= kept;
        this.#room = Math.max(0, this.#room - kept);
        this.#addBytes(connection, direction, bytes.slice(0, kept), bytes.length - kept);
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

  #addBytes(connection: number, direction: WireDirection, bytes: Uint8Array, omitted: number) {
    const last = this.#pending.at(-1);
    const follows =
      last?.kind === 'bytes' && last.connection === connection && last.direction === direction;
    // What was omitted stands after what was kept: nothing may be added behind it.
    if (follows && (last.omitted === 0 || bytes.length === 0)) {
      if (bytes.length > 0) last.chunks.push(bytes);
      last.omitted += omitted;
      return;
    }
    const chunks = bytes.length > 0 ? [bytes] : [];
    this.#add({ kind: 'bytes', connection, at: this.#host.now(), direction, chunks, omitted });
  }

  #add(event: Pending): void {
    this.#pending.push(event);
    if (this.#state === 'idle') this.#schedule();
  }

  #schedule(): void {
    this.#state = 'waiting';
    this.#host.wait(BATCH_INTERVAL, () => {
      this.#state = 'delivered';
      this.#host.deliver(this.#pending.splice(0).map(settle));
    });
  }
}

/** What is told of one connection. Bytes are copied. */
export type ConnectionTap = {
  bytes(direction: WireDirection, bytes: Uint8Array): void;
  ended(direction: WireDirection | 'both', how: 'fin' | 'reset'): void;
};

function settle(event: Pending): WireEvent {
  if (event.kind !== 'bytes') return event;
  const { chunks, ...rest } = event;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return { ...rest, bytes };
}
