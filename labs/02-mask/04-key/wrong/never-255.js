// échoue : C3 seulement
// confusion : not-all-values
import { randomInt } from 'node:crypto';

export function nouvelleCle() {
  return Uint8Array.from({ length: 4 }, () => randomInt(0, 255));
}
