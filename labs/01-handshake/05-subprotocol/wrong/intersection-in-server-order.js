// échoue : C1
// confusion : server-order
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const communs = new Set(acceptes).intersection(new Set(noms));
  return [...communs][0] ?? null;
}
