import { randomBytes } from 'node:crypto';

let reserve = Buffer.alloc(0);

export function nouvelleCle() {
  if (reserve.length < 4) reserve = randomBytes(1024);
  const cle = reserve.subarray(0, 4);
  reserve = reserve.subarray(4);
  return cle;
}
