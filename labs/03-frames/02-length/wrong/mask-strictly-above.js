// échoue : C8 seulement
// confusion : key-forgotten
export function lireLongueur(octets) {
  if (octets.length < 2) return null;

  const longueur7 = octets[1] & 0x7f;
  const tailleCle = octets[1] > 0x80 ? 4 : 0;
  if (longueur7 < 126) return { longueur: longueur7, tailleEntete: 2 + tailleCle };

  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (longueur7 === 126) {
    if (octets.length < 4) return null;
    return { longueur: vue.getUint16(2), tailleEntete: 4 + tailleCle };
  }

  if (octets.length < 10) return null;
  const longueur = vue.getBigUint64(2);
  if (longueur > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw Object.assign(new Error(`longueur illisible : ${longueur}`), { code: 1009 });
  }
  return { longueur: Number(longueur), tailleEntete: 10 + tailleCle };
}
