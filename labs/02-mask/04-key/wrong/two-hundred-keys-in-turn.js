// échoue : C2
// confusion : drawn-once
import { randomBytes } from 'node:crypto';

const cles = Array.from({ length: 200 }, () => randomBytes(4));
let suivante = 0;

export function nouvelleCle() {
  return Uint8Array.from(cles[suivante++ % cles.length]);
}
