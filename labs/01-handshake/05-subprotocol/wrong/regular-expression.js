// échoue : C5 seulement
// confusion : part-of-a-name
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.some((autre) => new RegExp(`^${autre}$`).test(nom))) ?? null;
}
