// échoue : C1
// confusion : one-condition-is-enough
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('connection')?.toLowerCase() === 'websocket' && jetons(entetes.get('upgrade')).includes('upgrade');
}
