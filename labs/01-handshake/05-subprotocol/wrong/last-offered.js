// échoue : C1 seulement
// confusion : server-order
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.findLast((nom) => acceptes.includes(nom)) ?? null;
}
