// échoue : C6
// confusion : one-winner
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const communs = noms.filter((nom) => acceptes.includes(nom));
  return communs.length > 0 ? communs : null;
}
