// échoue : C3
// confusion : one-byte-copied
import { randomBytes } from 'node:crypto';

export function nouvelleCle() {
  const [octet] = randomBytes(1);
  return Uint8Array.of(octet, octet, octet, octet);
}
