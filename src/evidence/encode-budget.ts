// What one encoder may still copy: the caps on pictures and bytes that all the results of a batch share.
import type { EvidenceCaps } from './caps.ts';
import { slice } from './primordials.ts';

export class EncodeBudget {
  readonly #caps: EvidenceCaps;
  #nodes = 0;
  #bytes = 0;

  constructor(caps: EvidenceCaps) {
    this.#caps = caps;
  }

  /** Counts one more picture; false when it is one too many. */
  takeNode(): boolean {
    this.#nodes += 1;
    return this.#nodes <= this.#caps.nodes;
  }

  /** Counts what was copied: bytes, or characters. */
  spend(size: number): void {
    this.#bytes += size;
  }

  /** What may still be copied. Text counts: one string held a thousand times is free in the realm, and not in a clone. */
  get room(): number {
    const room = this.#caps.bytes - this.#bytes;
    return room > 0 ? room : 0;
  }

  /** Characters that one more text may have. */
  get textRoom(): number {
    const { room } = this;
    return room < this.#caps.text ? room : this.#caps.text;
  }

  /** `text` as far as there is room for it, counted. */
  text(text: string): string {
    const room = this.textRoom;
    const kept = text.length > room ? slice(text, 0, room) : text;
    this.spend(kept.length);
    return kept;
  }
}
