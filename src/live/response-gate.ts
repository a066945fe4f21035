// Holds a student's answer back until its head is whole and known: nothing of it has reached the visitor before.
import { HeadReader, ProtocolError } from '../wire/index.ts';
import type { LiveWarning } from './live-warning.ts';
import { filterResponseHead, MAX_RESPONSE_HEAD, type FilteredHead } from './response-head.ts';

export type GateOutcome =
  | Exclude<FilteredHead, { kind: 'unusable' }>
  | { readonly kind: 'unusable'; readonly warning: LiveWarning; readonly detail: string };

export type OpenedGate = {
  readonly outcome: GateOutcome;
  /** What came after the head, in the same chunk. */
  readonly rest: Uint8Array;
};

/** Of no use once it has opened. */
export class ResponseGate {
  readonly #reader = new HeadReader(MAX_RESPONSE_HEAD);
  #isEmpty = true;

  /** Why no answer came, when none comes any more. */
  get missing(): LiveWarning {
    return this.#isEmpty ? 'no-head' : 'unfinished-head';
  }

  /** Null until the head is whole, or can no longer be one. */
  push(chunk: Uint8Array): OpenedGate | null {
    this.#isEmpty = false;
    try {
      const head = this.#reader.push(chunk);
      return head === null ? null : { outcome: filterResponseHead(head.text), rest: head.rest };
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      const outcome = { kind: 'unusable', warning: 'head-too-large', detail: '' } as const;
      return { outcome, rest: new Uint8Array(0) };
    }
  }
}
