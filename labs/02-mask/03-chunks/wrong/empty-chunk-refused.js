// échoue : C1
export function masquer(donnees, cle, decalage = 0) {
  if (donnees.length === 0) throw new Error('morceau vide');
  return donnees.map((octet, i) => octet ^ cle[(i + decalage) % 4]);
}
