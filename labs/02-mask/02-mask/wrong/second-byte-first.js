// échoue : C1
// confusion : key-order
export function masquer(donnees, cle) {
  return donnees.map((octet, i) => octet ^ cle[(i + 1) % 4]);
}
