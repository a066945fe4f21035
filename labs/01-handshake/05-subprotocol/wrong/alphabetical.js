// échoue : C1 seulement
// confusion : server-order
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim()).sort();
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
