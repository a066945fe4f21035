// échoue : C1
// confusion : key-order
export function masquer(donnees, cle) {
  return donnees.map((octet, i) => octet ^ cle[3 - (i % 4)]);
}
