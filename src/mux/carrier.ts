// What the multiplexer needs underneath: whole binary messages, in order, until the channel closes.

/**
 * A channel that keeps message boundaries and order: a MessagePort or a WebSocket.
 * Both listeners are set in the turn that made the carrier: a socket keeps nothing for later.
 */
export type Carrier = {
  /** Hands one frame over; the caller never touches its buffer again (it may be transferred). No-op once closed. */
  send(frame: Uint8Array<ArrayBuffer>): void;
  /**
   * `send` of a DATA frame without joining its two parts, for a carrier that can. It keeps `bytes` until they are gone:
   * on such a carrier, whoever writes to a stream never reuses what was written.
   */
  sendData?(stream: number, bytes: Uint8Array): void;
  /** Called once, by the mux. The listener owns each frame it is given. */
  onFrame(listener: (frame: Uint8Array) => void): void;
  /** Called once, by the mux. The listener runs at most once, whichever side closed or cut the channel. */
  onClose(listener: () => void): void;
  /** Closes the channel for both sides; idempotent. */
  close(): void;
};
