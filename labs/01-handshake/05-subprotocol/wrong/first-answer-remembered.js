// échoue : C6
// confusion : memory-between-calls
let choix;

export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  choix ??= noms.find((nom) => acceptes.includes(nom));
  return choix ?? null;
}
