export function estDemandeWebSocket({ methode, version, entetes }) {
  // Connection est une liste : « keep-alive, Upgrade » contient le jeton, « x-upgrade » non.
  const jetons = liste(entetes.get('connection'));

  return (
    methode === 'GET' &&
    version === '1.1' &&
    // Le nom d'un protocole n'a pas de casse : WebSocket, WEBSOCKET…
    entetes.get('upgrade')?.toLowerCase() === 'websocket' &&
    jetons.includes('upgrade')
  );
}

// Un en-tête absent donne undefined : c'est une liste vide, pas une erreur.
function liste(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}
