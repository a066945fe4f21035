// échoue : C2
// confusion : unknown-accepted
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.includes(nom)) ?? acceptes[0] ?? null;
}
