// échoue : C3
// confusion : not-all-values
import { randomInt } from 'node:crypto';

const LETTRES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function nouvelleCle() {
  return Uint8Array.from({ length: 4 }, () => LETTRES.charCodeAt(randomInt(LETTRES.length)));
}
