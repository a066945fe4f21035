// One message and its echo as frames: computed where there is no server, or read from what the server's witness says.
import { encodeFrame, encodeUtf8, OPCODE, parseHex } from '../../wire/index.ts';
import type { SeenFrame } from './frame-lines.ts';

/** What the server calls it too: `src/server/echo-witness.ts`. */
export const WITNESS_SUBPROTOCOL = 'trame.octets';

export type Exchange = {
  readonly received: SeenFrame;
  readonly sent: SeenFrame;
};

/** What a browser would send with this key, and what a server would answer. */
export function simulate(text: string, key: Uint8Array): Exchange {
  const payload = encodeUtf8(text);
  const whole = (bytes: Uint8Array): SeenFrame => ({ bytes, total: bytes.length });
  return {
    received: whole(encodeFrame({ opcode: OPCODE.text, payload, maskingKey: key })),
    sent: whole(encodeFrame({ opcode: OPCODE.text, payload })),
  };
}

/** Reads a sighting; `null` for anything else. */
export function parseSighting(message: string): Exchange | null {
  try {
    const sighting: unknown = JSON.parse(message);
    if (typeof sighting !== 'object' || sighting === null) return null;
    const { recu, recuOctets, envoye, envoyeOctets } = sighting as Record<string, unknown>;
    return { received: seen(recu, recuOctets), sent: seen(envoye, envoyeOctets) };
  } catch {
    return null;
  }
}

/** @throws {SyntaxError} */
function seen(hex: unknown, total: unknown): SeenFrame {
  if (typeof hex !== 'string' || !Number.isSafeInteger(total)) throw new SyntaxError('No frame');
  const bytes = parseHex(hex);
  if (bytes.length === 0 || bytes.length > Number(total)) throw new SyntaxError('No frame');
  return { bytes, total: Number(total) };
}
