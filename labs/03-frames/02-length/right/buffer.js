import { Buffer } from 'node:buffer';

export function lireLongueur(octets) {
  if (octets.length < 2) return null;
  const tampon = Buffer.from(octets);
  const longueur7 = octets[1] & 0x7f;
  const cle = octets[1] & 0x80 ? 4 : 0;
  if (longueur7 < 126) return { longueur: longueur7, tailleEntete: 2 + cle };
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (longueur7 === 126) {
    if (octets.length < 4) return null;
    return { longueur: tampon.readUInt16BE(2), tailleEntete: 4 + cle };
  }
  if (octets.length < 10) return null;
  const longueur = tampon.readBigUInt64BE(2);
  if (longueur > 0x1fffffffffffffn) throw Object.assign(new Error('trop grand'), { code: 1009 });
  return { longueur: Number(longueur), tailleEntete: 10 + cle };
}
