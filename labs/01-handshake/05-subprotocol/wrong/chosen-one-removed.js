// échoue : C7 seulement
// confusion : list-changed
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  for (const nom of noms) {
    const place = acceptes.indexOf(nom);
    if (place >= 0) return acceptes.splice(place, 1)[0];
  }
  return null;
}
