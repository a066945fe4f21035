// échoue : C6
// confusion : memory-between-calls
const noms = [];

export function choisirSousProtocole(offre, acceptes) {
  for (const nom of (offre ?? '').split(',')) noms.push(nom.trim());
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}
