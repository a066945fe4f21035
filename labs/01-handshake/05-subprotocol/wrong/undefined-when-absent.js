// échoue : C3 seulement
// confusion : nothing-is-null
export function choisirSousProtocole(offre, acceptes) {
  if (offre === undefined) return;
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
