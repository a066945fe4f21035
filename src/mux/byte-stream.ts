// The seam between whoever opens a connection and the student's code: bytes both ways, nothing else.

/**
 * One reliable, ordered connection. Closing `writable` is a half-close (TCP FIN): the other side reads
 * to the end and may still write. An error on either side is a reset (TCP RST).
 * Chunks are in bytes and are never reused by their producer once handed over.
 */
export type ByteStream = {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
};
