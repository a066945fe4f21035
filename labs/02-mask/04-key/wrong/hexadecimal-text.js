// échoue : C1
// confusion : not-bytes
import { randomBytes } from 'node:crypto';

export const nouvelleCle = () => randomBytes(4).toString('hex');
