// échoue : C5 seulement
// confusion : in-place
export function masquer(donnees, cle) {
  for (let i = 0; i < donnees.length; i++) donnees[i] ^= cle[i % 4];
  return donnees;
}
