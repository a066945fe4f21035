// échoue : C1 seulement
// confusion : server-order
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  for (const nom of acceptes) if (noms.includes(nom)) return nom;
  return null;
}
