import { randomUUID } from 'node:crypto';

// Les huit premiers chiffres d’un UUID version 4 sont tirés au sort.
export const nouvelleCle = () => Buffer.from(randomUUID().slice(0, 8), 'hex');
