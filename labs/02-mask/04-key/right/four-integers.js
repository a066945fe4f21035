import { randomInt } from 'node:crypto';

export function nouvelleCle() {
  return Uint8Array.from({ length: 4 }, () => randomInt(256));
}
