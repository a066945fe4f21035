// échoue : C2
// confusion : nothing-is-null
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.includes(nom)) ?? 'null';
}
