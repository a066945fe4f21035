// échoue : C3
// confusion : default-offset
export function masquer(donnees, cle, decalage = 1) {
  return donnees.map((octet, i) => octet ^ cle[(i + decalage) % 4]);
}
