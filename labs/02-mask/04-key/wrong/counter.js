// échoue : C5
// confusion : counter
import { randomInt } from 'node:crypto';

// Le départ est imprévisible ; la suite, non.
let compteur = randomInt(2 ** 32);

export function nouvelleCle() {
  compteur = (compteur + 0x01010101) >>> 0;
  const cle = new Uint8Array(4);
  new DataView(cle.buffer).setUint32(0, compteur);
  return cle;
}
