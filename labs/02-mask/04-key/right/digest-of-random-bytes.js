import { createHash, randomBytes } from 'node:crypto';

export function nouvelleCle() {
  return createHash('sha256').update(randomBytes(32)).digest().subarray(0, 4);
}
