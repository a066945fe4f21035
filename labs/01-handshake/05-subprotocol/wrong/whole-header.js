// échoue : C6
// confusion : one-winner
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const choix = noms.find((nom) => acceptes.includes(nom));
  return choix ? `Sec-WebSocket-Protocol: ${choix}` : null;
}
