// échoue : C2
// confusion : signal-as-length
export function lireLongueur(octets) {
  if (octets.length < 2) return null;
  return { longueur: octets[1] & 0x7f, tailleEntete: octets[1] & 0x80 ? 6 : 2 };
}
