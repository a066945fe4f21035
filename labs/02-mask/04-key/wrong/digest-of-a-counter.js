// échoue : C7 seulement
// confusion : home-made-generator
import { createHash } from 'node:crypto';

let numero = 0;

export function nouvelleCle() {
  return createHash('sha1').update(`secret ${numero++}`).digest().subarray(0, 4);
}
