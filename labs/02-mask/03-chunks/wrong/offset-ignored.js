// échoue : C1
// confusion : chunk-is-a-frame
export function masquer(donnees, cle) {
  return donnees.map((octet, i) => octet ^ cle[i % 4]);
}
