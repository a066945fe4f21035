// échoue : C3 seulement
// confusion : absent-offer
export function choisirSousProtocole(offre, acceptes) {
  if (!offre) return acceptes[0] ?? null;
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
