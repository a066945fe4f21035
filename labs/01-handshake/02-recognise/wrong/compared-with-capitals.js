// échoue : C1
// confusion : case-of-token
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade') === 'WebSocket' && jetons(entetes.get('connection')).includes('upgrade');
}
