// échoue : C5
// confusion : shared-memory
export function masquer(donnees, cle, decalage = 0) {
  for (let i = 0; i < donnees.length; i++) donnees[i] ^= cle[(i + decalage) % 4];
  return donnees;
}
