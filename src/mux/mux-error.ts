// The two ways in which a multiplexed stream fails: the peer broke the protocol, or the stream was reset.

/** Stable codes of what a peer may do wrong; each closes the whole carrier. */
export type MuxViolation =
  | 'short-frame'
  | 'unknown-type'
  | 'bad-metadata'
  | 'bad-stream-id'
  | 'unknown-stream'
  | 'unexpected-frame'
  | 'data-beyond-credit'
  | 'credit-overflow';

/** The peer did what no sound multiplexer does; it can no longer be trusted. */
export class MuxProtocolError extends Error {
  override readonly name = 'MuxProtocolError';
  readonly code: MuxViolation;
  constructor(code: MuxViolation, detail: string) {
    super(`Multiplexer protocol error (${code}): ${detail}`);
    this.code = code;
  }
}

/**
 * Why a stream ended before both sides had finished.
 * `refused`: nobody listens on that port. `busy`: the peer has too many streams. `reset`: the peer reset it.
 * `aborted`: our own side reset it. `closed`: the carrier is gone.
 */
export type ResetReason = 'refused' | 'busy' | 'reset' | 'aborted' | 'closed';

/** What the readable and writable sides of a byte stream fail with. */
export class StreamReset extends Error {
  override readonly name = 'StreamReset';
  readonly reason: ResetReason;
  constructor(reason: ResetReason) {
    super(`The stream was reset: ${reason}`);
    this.reason = reason;
  }
}
