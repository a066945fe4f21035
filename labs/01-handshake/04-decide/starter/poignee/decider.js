// Faut-il accepter cette demande ? Six raisons de refuser, dans l’ordre ; aucune ne répond encore.
export function decider(requete, { chemins }) {
  const { methode, cible, entetes } = requete;

  // 1. Le chemin n’est pas servi. (Et « /chat?x=1 » ?)
  if (!chemins.includes(cible)) {
    // return { statut: … };
  }

  // 2. La méthode n’est pas la bonne.
  if (methode !== 'GET') {
  }

  // 3. La demande ne parle pas de WebSocket.
  if (entetes.get('upgrade')?.toLowerCase() !== 'websocket') {
  }

  // 4. « Connection », une liste, ne contient pas « upgrade ».
  if (!entetes.has('connection')) {
  }

  // 5. La version n’est pas 13 : dites au client laquelle vous parlez.
  if (entetes.get('sec-websocket-version') !== '13') {
  }

  // 6. La clé ne porte pas 16 octets.
  if (!entetes.has('sec-websocket-key')) {
  }

  return { statut: 101 };
}
