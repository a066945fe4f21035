// Sees the Close frame with which a visitor takes its leave: some browsers keep the connection long after it.
import { FrameReader, HeadReader, OPCODE, ProtocolError } from '../../wire/index.ts';
import type { ConnectionTap } from './wire-tap.ts';

/**
 * Real milliseconds between a visitor's Close frame and the moment when it is held to have left. A server that answers
 * ends the connection long before; one that does not is waited for by Firefox during 10 s, by Chromium during 60 s.
 */
export const FAREWELL_TIME = 2_000;

export type DepartureWatch = {
  wait(milliseconds: number, callback: () => void): void;
  /** Called once at most: the visitor has closed, and the connection is still there. */
  left(): void;
};

/** Tells `tap` all that it is told, and reads what the visitor sends. */
export function watchDeparture(tap: ConnectionTap, watch: DepartureWatch): ConnectionTap {
  const search = new CloseSearch();
  let isOver = false;
  return {
    bytes: (direction, bytes) => {
      tap.bytes(direction, bytes);
      if (direction !== 'received' || !search.finds(bytes)) return;
      watch.wait(FAREWELL_TIME, () => {
        if (!isOver) watch.left();
      });
    },
    ended: (direction, how) => {
      isOver = true;
      tap.ended(direction, how);
    },
  };
}

/** head ──its empty line──► frames ──Close──► over; from each to over when the bytes follow no rule */
class CloseSearch {
  readonly #head = new HeadReader();
  readonly #frames = new FrameReader({ role: 'server', maxFramePayload: Number.MAX_SAFE_INTEGER });
  #state: 'head' | 'frames' | 'over' = 'head';
  /** Whether the frame being read is a Close. */
  #isClose = false;

  /** True once: a Close frame is whole with these bytes. Bytes that are no handshake or no frame are not read on. */
  finds(bytes: Uint8Array): boolean {
    try {
      return this.#read(bytes);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#state = 'over';
      return false;
    }
  }

  #read(bytes: Uint8Array): boolean {
    if (this.#state === 'over') return false;
    let rest = bytes;
    if (this.#state === 'head') {
      const head = this.#head.push(bytes);
      if (head === null) return false;
      this.#state = 'frames';
      rest = head.rest;
    }
    for (const part of this.#frames.read(rest)) {
      if (part.type === 'header') this.#isClose = part.header.opcode === OPCODE.close;
      if (part.type !== 'end' || !this.#isClose) continue;
      this.#state = 'over';
      return true;
    }
    return false;
  }
}
