// échoue : C1
export function masquer(donnees, cle, decalage = 0) {
  return donnees.map((octet, i) => octet && octet ^ cle[(i + decalage) % 4]);
}
