import { randomInt } from 'node:crypto';

export function nouvelleCle() {
  const nombre = randomInt(2 ** 32);
  return [nombre >>> 24, (nombre >>> 16) & 255, (nombre >>> 8) & 255, nombre & 255];
}
