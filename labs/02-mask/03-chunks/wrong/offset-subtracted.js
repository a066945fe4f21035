// échoue : C1
// confusion : key-rotated
export function masquer(donnees, cle, decalage = 0) {
  return donnees.map((octet, i) => octet ^ cle.at((i - decalage) % 4));
}
