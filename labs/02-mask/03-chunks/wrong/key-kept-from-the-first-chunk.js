// échoue : C2
// confusion : memory-between-streams
let gardee;

export function masquer(donnees, cle, decalage = 0) {
  if (decalage === 0 || gardee === undefined) gardee = cle.slice();
  return donnees.map((octet, i) => octet ^ gardee[(i + decalage) % 4]);
}
