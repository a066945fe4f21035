// échoue : C5 seulement
// confusion : absent-header
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && (entetes.get('upgrade') ?? 'websocket').toLowerCase() === 'websocket' && jetons(entetes.get('connection')).includes('upgrade');
}
