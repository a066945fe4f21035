// échoue : C1
// confusion : key-not-repeated
export function masquer(donnees, cle) {
  return donnees.map((octet) => octet ^ cle[0]);
}
