// échoue : C2 seulement
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const connus = Object.fromEntries(acceptes.map((nom) => [nom, true]));
  return noms.find((nom) => nom in connus) ?? null;
}
