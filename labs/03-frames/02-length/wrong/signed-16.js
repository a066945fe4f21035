// échoue : C3 seulement
// confusion : signed
export function lireLongueur(octets) {
  if (octets.length < 2) return null;
  const longueur7 = octets[1] & 0x7f;
  const cle = octets[1] & 0x80 ? 4 : 0;
  if (longueur7 < 126) return { longueur: longueur7, tailleEntete: 2 + cle };
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (longueur7 === 126) {
    if (octets.length < 4) return null;
    return { longueur: vue.getInt16(2), tailleEntete: 4 + cle };
  }
  if (octets.length < 10) return null;
  const longueur = vue.getBigUint64(2);
  if (longueur > 0x1fffffffffffffn) throw Object.assign(new Error('trop grand'), { code: 1009 });
  return { longueur: Number(longueur), tailleEntete: 10 + cle };
}
