export function masquer(donnees, cle, decalage = 0) {
  // « decalage » dit combien d’octets de la même trame sont déjà passés. Il est reçu, pas encore employé :
  //   1. trouver l’octet de la clé dont c’est le tour, au début de ce morceau ;
  //   2. continuer à partir de lui.
  return Uint8Array.from(donnees, (octet, i) => octet ^ cle[i % 4]);
}

// Une fausse socket coupe « Hello » en deux. Déplacez la coupure, et regardez la console.
const COUPURE = 3;
const CLE = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const TRAME = Uint8Array.of(0x7f, 0x9f, 0x4d, 0x51, 0x58);
const debut = masquer(TRAME.slice(0, COUPURE), CLE, 0);
const fin = masquer(TRAME.slice(COUPURE), CLE, COUPURE);
console.log(new TextDecoder().decode(debut) + new TextDecoder().decode(fin));
