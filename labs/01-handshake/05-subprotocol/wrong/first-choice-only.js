// échoue : C1
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return acceptes.includes(noms[0]) ? noms[0] : null;
}
