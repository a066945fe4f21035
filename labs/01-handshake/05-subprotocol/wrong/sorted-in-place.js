// échoue : C7 seulement
// confusion : list-changed
export function choisirSousProtocole(offre, acceptes) {
  acceptes.sort();
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
