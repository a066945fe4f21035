// échoue : C5
// confusion : shared-memory
export function masquer(donnees, cle, decalage = 0) {
  if (!cle.some(Boolean)) return donnees;
  return donnees.map((octet, i) => octet ^ cle[(i + decalage) % 4]);
}
