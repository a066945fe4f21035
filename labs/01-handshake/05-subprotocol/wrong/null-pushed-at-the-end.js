// échoue : C7 seulement
// confusion : list-changed
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  acceptes.push(null);
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
