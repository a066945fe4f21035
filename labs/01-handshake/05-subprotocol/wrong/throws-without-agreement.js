// échoue : C2
// confusion : unknown-accepted
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const choix = noms.find((nom) => acceptes.includes(nom));
  if (choix === undefined) throw new Error('aucun sous-protocole commun');
  return choix;
}
