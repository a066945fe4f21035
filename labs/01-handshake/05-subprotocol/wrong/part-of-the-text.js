// échoue : C5
// confusion : part-of-a-name
export function choisirSousProtocole(offre, acceptes) {
  return acceptes.find((nom) => offre?.includes(nom)) ?? null;
}
