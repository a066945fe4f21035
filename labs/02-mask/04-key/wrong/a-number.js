// échoue : C1
// confusion : not-bytes
import { randomInt } from 'node:crypto';

export const nouvelleCle = () => randomInt(2 ** 32);
