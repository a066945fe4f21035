// échoue : C3 seulement
// confusion : absent-offer
export function choisirSousProtocole(offre = 'chat', acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
