// échoue : C1 seulement
// confusion : server-order
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return acceptes.find((nom) => noms.includes(nom)) ?? null;
}
