export function lireLongueur(octets) {
  if (octets.length < 2) return null;

  const longueur7 = octets[1] & 0x7f;
  const tailleCle = (octets[1] & 0x80) !== 0 ? 4 : 0;
  if (longueur7 < 126) return { longueur: longueur7, tailleEntete: 2 + tailleCle };

  // « byteOffset » : un Uint8Array peut être une fenêtre sur une mémoire plus grande.
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (longueur7 === 126) {
    if (octets.length < 4) return null;
    // DataView lit l’octet de poids fort d’abord, comme le réseau l’écrit.
    return { longueur: vue.getUint16(2), tailleEntete: 4 + tailleCle };
  }

  if (octets.length < 10) return null;
  // Un BigInt garde les 64 bits ; un nombre n’est exact que jusqu’à 2⁵³ − 1.
  const longueur = vue.getBigUint64(2);
  // Le bit de gauche à 1 donne au moins 2⁶³ : il est refusé aussi.
  if (longueur > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw Object.assign(new Error(`longueur illisible : ${longueur}`), { code: 1009 });
  }
  return { longueur: Number(longueur), tailleEntete: 10 + tailleCle };
}
