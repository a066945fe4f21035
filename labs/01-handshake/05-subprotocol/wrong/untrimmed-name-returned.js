// échoue : C4
// confusion : spaces-around-names
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',');
  return noms.find((nom) => acceptes.includes(nom.trim())) ?? null;
}
