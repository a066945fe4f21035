// échoue : C5 seulement
// confusion : shared-memory
export function masquer(donnees, cle) {
  // « Rien à masquer » : autant rendre le tableau lui-même.
  if (cle.every((octet) => octet === 0)) return donnees;
  return donnees.map((octet, i) => octet ^ cle[i % 4]);
}
