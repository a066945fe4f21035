// échoue : C4
// confusion : not-all-values
import { randomInt } from 'node:crypto';

export function nouvelleCle() {
  const cle = new Uint8Array(4);
  new DataView(cle.buffer).setUint32(0, randomInt(2 ** 31));
  return cle;
}
