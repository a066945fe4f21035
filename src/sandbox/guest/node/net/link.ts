// What a socket stands on: the low-level face of a multiplexed stream, and the same thing inside the guest.
import type { MuxStream } from '../../../../mux/index.ts';
import { postMacrotask } from '../event-loop.ts';

/** A MuxStream is one; so is each half of `linkPair()`. */
export type Link = Pick<MuxStream, 'write' | 'end' | 'reset' | 'handle'>;
type Handlers = Parameters<Link['handle']>[0];

/** Stands for the kernel's socket buffers: writes below it complete at once, so `bufferedAmount` tells the truth. */
export const KERNEL_BUFFER = 64 * 1024;
/** The most that one `read(2)` gives: writes of the same turn arrive together, as TCP has no messages. */
const READ_SIZE = 64 * 1024;

type HeldWrite = { readonly end: number; readonly onAccepted: () => void };

/** One end of a connection inside the guest. Each delivery is a turn of the event loop; order is kept. */
class MemoryLink implements Link {
  peer: MemoryLink | null = null;
  #handlers: Handlers | null = null;
  /** What the peer wrote and we have not taken yet; ours alone, as the socket has copied it. */
  #incoming: Uint8Array[] = [];
  #isEndComing = false;
  #isEndSent = false;
  /** The peer has reset the connection. */
  #isResetComing = false;
  /** Nothing passes any more, in either direction. */
  #isReset = false;
  #isDelivering = false;
  #written = 0;
  #consumed = 0;
  #held: HeldWrite[] = [];

  handle(handlers: Handlers): void {
    this.#handlers = handlers;
    this.#schedule();
  }

  write(bytes: Uint8Array, onAccepted?: () => void): void {
    const { peer } = this;
    if (this.#isReset || peer === null) return;
    if (this.#isResetComing) {
      this.#hearReset();
      return;
    }
    peer.#incoming.push(bytes);
    this.#written += bytes.length;
    if (onAccepted) this.#held.push({ end: this.#written, onAccepted });
    peer.#schedule();
    this.#release();
  }

  end(): void {
    const { peer } = this;
    if (this.#isEndSent || this.#isReset || this.#isResetComing || peer === null) return;
    this.#isEndSent = true;
    peer.#isEndComing = true;
    peer.#schedule();
  }

  /** What was written before arrives first: it is in the peer's kernel already. */
  reset(): void {
    const { peer } = this;
    if (this.#isReset || peer === null) return;
    this.#forget();
    if (peer.#isReset) return;
    peer.#isResetComing = true;
    peer.#held = [];
    peer.#schedule();
  }

  /** Whoever writes hears of the reset, however much it has not read. */
  #hearReset(): void {
    this.#forget();
    postMacrotask(() => this.#handlers?.reset('reset'));
  }

  #forget(): void {
    this.#isReset = true;
    this.#incoming = [];
    this.#held = [];
  }

  #schedule(): void {
    const hasNews = this.#incoming.length > 0 || this.#isEndComing || this.#isResetComing;
    if (this.#isDelivering || !hasNews || this.#handlers === null) return;
    this.#isDelivering = true;
    postMacrotask(() => {
      this.#deliver();
    });
  }

  #deliver(): void {
    if (this.#isReset || this.#handlers === null) return;
    if (this.#incoming.length === 0) {
      this.#deliverEnd(this.#handlers);
      return;
    }
    const { peer } = this;
    const bytes = this.#take();
    // Nothing more is delivered until these are consumed: a paused reader stops the writer.
    this.#handlers.data(bytes, () => {
      this.#isDelivering = false;
      if (peer) {
        peer.#consumed += bytes.length;
        peer.#release();
      }
      this.#schedule();
    });
  }

  #deliverEnd(handlers: Handlers): void {
    this.#isDelivering = false;
    if (this.#isEndComing) {
      this.#isEndComing = false;
      handlers.end();
      this.#schedule();
      return;
    }
    this.#forget();
    handlers.reset('reset');
  }

  /** The next bytes, at most `READ_SIZE`, in memory of their own. */
  #take(): Uint8Array {
    const taken: Uint8Array[] = [];
    let room = READ_SIZE;
    for (let next = this.#incoming[0]; next && room > 0; next = this.#incoming[0]) {
      const part = next.subarray(0, room);
      if (part.length === next.length) this.#incoming.shift();
      else this.#incoming[0] = next.subarray(part.length);
      taken.push(part);
      room -= part.length;
    }
    const bytes = new Uint8Array(READ_SIZE - room);
    let offset = 0;
    for (const part of taken) {
      bytes.set(part, offset);
      offset += part.length;
    }
    return bytes;
  }

  /** A write is accepted once all of it is read or fits in the kernel's buffer. */
  #release(): void {
    for (
      let next = this.#held[0];
      next && next.end - this.#consumed < KERNEL_BUFFER;
      next = this.#held[0]
    ) {
      this.#held.shift();
      next.onAccepted();
    }
  }
}

/** The two ends of a new connection inside the guest. */
export function linkPair(): readonly [Link, Link] {
  const [left, right] = [new MemoryLink(), new MemoryLink()];
  left.peer = right;
  right.peer = left;
  return [left, right];
}
