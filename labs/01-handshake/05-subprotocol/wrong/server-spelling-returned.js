// échoue : C5 seulement
// confusion : case-of-names
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  for (const nom of noms) {
    const choix = acceptes.find((autre) => autre.toLowerCase() === nom.toLowerCase());
    if (choix) return choix;
  }
  return null;
}
