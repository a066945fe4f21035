// échoue : C6
// confusion : one-winner
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.some((nom) => acceptes.includes(nom)) ? offre : null;
}
