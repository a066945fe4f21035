export function estDemandeWebSocket({ methode, version, entetes }) {
  try {
    const jetons = entetes.get('connection').split(',').map((jeton) => jeton.trim().toLowerCase());
    const protocole = entetes.get('upgrade').toLowerCase();
    return methode === 'GET' && version === '1.1' && protocole === 'websocket' && jetons.includes('upgrade');
  } catch {
    return false;
  }
}
