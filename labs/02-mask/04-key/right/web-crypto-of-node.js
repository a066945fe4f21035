import { webcrypto } from 'node:crypto';

export async function nouvelleCle() {
  const cle = new ArrayBuffer(4);
  webcrypto.getRandomValues(new DataView(cle) && new Uint8Array(cle));
  return cle;
}
