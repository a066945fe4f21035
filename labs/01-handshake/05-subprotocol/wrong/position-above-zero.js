// échoue : C1
export function choisirSousProtocole(offre, acceptes) {
  if (offre === undefined) return null;
  const noms = offre.split(',').map((nom) => nom.trim());
  for (const nom of noms) {
    if (acceptes.indexOf(nom) > 0) return nom;
  }
  return null;
}
