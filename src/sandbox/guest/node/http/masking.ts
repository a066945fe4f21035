// XOR by four bytes at once, through the hook that ws looks for in `node:http` (Node's own is native).

function maskWord(mask: Uint8Array): number {
  return (mask[0] ?? 0) | ((mask[1] ?? 0) << 8) | ((mask[2] ?? 0) << 16) | ((mask[3] ?? 0) << 24);
}

/** Masks `length` bytes of `source` into `output` at `offset` (RFC 6455 §5.3). */
export function websocketMask(
  source: Uint8Array,
  mask: Uint8Array,
  output: Uint8Array,
  offset: number,
  length: number,
): void {
  const start = output.byteOffset + offset;
  let index = 0;
  if (source.byteOffset % 4 === 0 && start % 4 === 0) {
    const words = length >>> 2;
    const from = new Int32Array(source.buffer, source.byteOffset, words);
    const to = new Int32Array(output.buffer, start, words);
    const word = maskWord(mask);
    for (let at = 0; at < words; at++) to[at] = (from[at] ?? 0) ^ word;
    index = words * 4;
  }
  for (; index < length; index++)
    output[offset + index] = (source[index] ?? 0) ^ (mask[index & 3] ?? 0);
}

export function websocketUnmask(bytes: Uint8Array, mask: Uint8Array): void {
  websocketMask(bytes, mask, bytes, 0, bytes.length);
}
