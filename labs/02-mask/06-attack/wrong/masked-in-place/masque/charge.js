// échoue : C4 seulement
// confusion : in-place
export function chargePiegee(cle, octetsVoulus) {
  // (voulu ^ clé) ^ clé vaut voulu : masquer d’avance défait le masque du navigateur.
  return Uint8Array.from(octetsVoulus, (octet, i) => octet ^ cle[i % 4]);
}
