import { randomBytes } from 'node:crypto';

export const nouvelleCle = () => randomBytes(4);
