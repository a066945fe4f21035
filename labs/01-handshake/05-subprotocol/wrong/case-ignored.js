// échoue : C5 seulement
// confusion : case-of-names
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.some((autre) => autre.toLowerCase() === nom.toLowerCase())) ?? null;
}
