import { randomBytes } from 'node:crypto';

export const nouvelleCle = async () => randomBytes(4);

export async function envoyer(charge) {
  const cle = await nouvelleCle();
  const taille = charge.length;
  const entete = Buffer.alloc(taille < 126 ? 2 : taille < 65536 ? 4 : 10);
  entete[0] = 0b1000_0010;
  if (taille < 126) entete[1] = taille;
  else if (taille < 65536) {
    entete[1] = 126;
    entete.writeUInt16BE(taille, 2);
  } else {
    entete[1] = 127;
    entete.writeBigUInt64BE(BigInt(taille), 2);
  }
  entete[1] |= 0x80;
  return Buffer.concat([entete, cle, charge.map((octet, i) => octet ^ cle[i % 4])]);
}
