import { createHash } from 'node:crypto';

// Constante de la RFC 6455, la même pour tous les serveurs du monde.
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  // 1. Concaténer la clé et le GUID.

  // 2. Hacher : SHA-1 donne 20 octets.

  // 3. Encoder ces octets en base64.

  return '';
}
