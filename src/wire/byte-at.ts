// Reading one byte where the caller has already proved that it is there.

/**
 * The byte at `index`, 0 to 255.
 * @throws {RangeError} outside of the array: a bug of ours, never a peer's doing.
 */
export function byteAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw new RangeError(`No byte at ${index} of ${bytes.length}`);
  return byte;
}
