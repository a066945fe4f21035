export function choisirSousProtocole(offre, acceptes) {
  if (!offre) return null;
  const connus = new Set(acceptes);
  for (const morceau of offre.split(',')) {
    const nom = morceau.trim();
    if (connus.has(nom)) return nom;
  }
  return null;
}
