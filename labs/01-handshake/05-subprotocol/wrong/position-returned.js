// échoue : C6
// confusion : one-winner
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const place = noms.findIndex((nom) => acceptes.includes(nom));
  return place < 0 ? null : place;
}
