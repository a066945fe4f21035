// échoue : C5 seulement
// confusion : counter
import { randomBytes } from 'node:crypto';

let courante = randomBytes(4).readUInt32LE();
const pas = 0x9e3779b1;

export function nouvelleCle() {
  courante = (courante + pas) >>> 0;
  const cle = Buffer.alloc(4);
  cle.writeUInt32LE(courante);
  return cle;
}
