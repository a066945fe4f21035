// Masking: each byte of the payload XORed with one of the 4 bytes of the masking key (RFC 6455 §5.3).
import { byteAt } from '../byte-at.ts';
import { copyBytes } from '../copy-bytes.ts';
import { ProtocolError } from '../protocol-error.ts';

/** In bytes. */
export const MASKING_KEY_SIZE = 4;

/** @throws {ProtocolError} `masking-key-size` unless the key has 4 bytes. */
export function assertMaskingKey(key: Uint8Array): void {
  if (key.length !== MASKING_KEY_SIZE) {
    throw new ProtocolError('masking-key-size', `${key.length} bytes`);
  }
}

/**
 * Masks or unmasks: the operation is its own inverse. Returns fresh memory.
 * @param offset where `bytes` starts in the payload of its frame; only its remainder modulo 4 matters.
 * @throws {ProtocolError} `masking-key-size`
 */
export function mask(bytes: Uint8Array, key: Uint8Array, offset = 0): Uint8Array<ArrayBuffer> {
  const masked = copyBytes(bytes);
  maskInPlace(masked, key, offset);
  return masked;
}

/**
 * As `mask`, but overwrites `bytes`: for memory that we own.
 * @throws {ProtocolError} `masking-key-size`
 */
export function maskInPlace(bytes: Uint8Array, key: Uint8Array, offset = 0): void {
  assertMaskingKey(key);
  // Reduced first: offset + i would leave the 32 bits of `&` in a frame of more than 2 GiB.
  const shift = offset % MASKING_KEY_SIZE;
  for (let i = 0; i < bytes.length; i++) {
    // j = i MOD 4; transformed-octet-i = original-octet-i XOR masking-key-octet-j
    bytes[i] = byteAt(bytes, i) ^ byteAt(key, (shift + i) & 3);
  }
}
