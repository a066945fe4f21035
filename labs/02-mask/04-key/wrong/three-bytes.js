// échoue : C1
// confusion : other-size
import { randomBytes } from 'node:crypto';

export const nouvelleCle = () => randomBytes(3);
