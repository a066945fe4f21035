// échoue : C4
// confusion : offset-reduced
export function masquer(donnees, cle, decalage = 0) {
  return donnees.map((octet, i) => octet ^ cle[((i + decalage) | 0) % 4]);
}
