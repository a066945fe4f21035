// Copying a stretch of bytes, whatever kind of Uint8Array holds them.

/** Fresh memory. `Buffer.prototype.slice` shares its memory where `Uint8Array.prototype.slice` copies: never `.slice` here. */
export function copyBytes(
  bytes: Uint8Array,
  start = 0,
  end = bytes.length,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.subarray(start, end));
}
