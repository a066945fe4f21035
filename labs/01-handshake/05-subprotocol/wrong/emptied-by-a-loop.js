// échoue : C7 seulement
// confusion : list-changed
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const connus = new Set();
  while (acceptes.length > 0) connus.add(acceptes.pop());
  return noms.find((nom) => connus.has(nom)) ?? null;
}
