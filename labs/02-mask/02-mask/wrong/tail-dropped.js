// échoue : C1
// confusion : last-bytes
export function masquer(donnees, cle) {
  const longueur = donnees.length - (donnees.length % 4);
  return donnees.slice(0, longueur).map((octet, i) => octet ^ cle[i % 4]);
}
