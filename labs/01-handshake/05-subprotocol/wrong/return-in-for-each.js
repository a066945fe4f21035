// échoue : C1
export function choisirSousProtocole(offre, acceptes) {
  if (offre === undefined) return null;
  offre.split(',').forEach((nom) => {
    if (acceptes.includes(nom.trim())) return nom.trim();
  });
  return null;
}
