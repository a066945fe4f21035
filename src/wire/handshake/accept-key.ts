// From Sec-WebSocket-Key to Sec-WebSocket-Accept: the proof that a server read this very handshake.
import { sha1 } from '@noble/hashes/legacy.js';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { trimSpaces } from './header-grammar.ts';
import { encodeLatin1 } from './latin1.ts';

/** The same for everyone, and known to no server that does not speak WebSocket (RFC 6455 §1.3). */
export const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The nonce behind a key, in bytes (RFC 6455 §4.1). */
export const NONCE_SIZE = 16;

/**
 * base64(SHA-1(key + GUID)). The key is hashed as the text that it is, never decoded;
 * spaces and tabs around it belong to the header, not to it. RFC 6455 §4.2.2, step 5.4.
 */
export function computeAcceptKey(key: string): string {
  const text = trimSpaces(key) + WEBSOCKET_GUID;
  return encodeBase64(sha1(encodeLatin1(text)));
}

/** Whether a key is the base64 of 16 bytes (RFC 6455 §4.2.1, item 5). */
export function isHandshakeKey(key: string): boolean {
  return decodeBase64(key)?.length === NONCE_SIZE;
}

/** The `Sec-WebSocket-Key` for 16 random bytes, new for each connection (RFC 6455 §4.1, item 7). */
export function encodeHandshakeKey(nonce: Uint8Array): string {
  if (nonce.length !== NONCE_SIZE) {
    throw new RangeError(`A nonce has ${NONCE_SIZE} bytes, got ${nonce.length}`);
  }
  return encodeBase64(nonce);
}
