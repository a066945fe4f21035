// échoue : C1
// confusion : key-not-repeated
export function masquer(donnees, cle) {
  return cle.slice(0, donnees.length).map((octet, i) => octet ^ donnees[i]);
}
