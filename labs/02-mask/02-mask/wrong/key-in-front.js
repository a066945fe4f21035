// échoue : C1
// confusion : other-length
export function masquer(donnees, cle) {
  return [...cle, ...donnees.map((octet, i) => octet ^ cle[i % 4])];
}
