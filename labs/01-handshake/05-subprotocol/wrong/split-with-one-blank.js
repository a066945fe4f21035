// échoue : C4 seulement
// confusion : spaces-around-names
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').trim().split(/\s?,\s?/);
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
