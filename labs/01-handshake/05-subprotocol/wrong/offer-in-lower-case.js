// échoue : C5 seulement
// confusion : case-of-names
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim().toLowerCase());
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
