import crypto from 'node:crypto';
import { promisify } from 'node:util';

const tirer = promisify(crypto.randomBytes);

export const nouvelleCle = async () => tirer(4);
