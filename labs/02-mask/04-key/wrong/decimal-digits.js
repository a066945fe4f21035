// échoue : C3
// confusion : not-all-values
import { randomInt } from 'node:crypto';

export function nouvelleCle() {
  return Array.from({ length: 4 }, () => randomInt(100));
}
