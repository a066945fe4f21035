// The masking keys that the steps of this lab use: the RFC's own, and drawn ones with which every mistake shows.
import type { Random } from '../../src/grading/index.ts';

/** The masking key of the examples of RFC 6455 §5.7. */
export const RFC_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

/** A key whose zeros are bytes like any others: neither its end, nor places to skip. */
export const KEY_WITH_ZEROS = Uint8Array.of(0x37, 0x00, 0x21, 0x00);

/** Four bytes that differ from each other and from zero: which one was used always shows. */
export function drawKey(random: Random): Uint8Array {
  for (;;) {
    const key = random.bytes(4);
    if (!key.includes(0) && new Set(key).size === 4) return key;
  }
}
