// échoue : C5
// confusion : part-of-a-name
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  return noms.find((nom) => acceptes.some((autre) => new RegExp(`\\b${autre}\\b`).test(nom))) ?? null;
}
