// échoue : C6
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  noms.find((nom) => acceptes.includes(nom)) ?? null;
}
