// échoue : C5
// confusion : one-condition-is-enough
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  const upgrade = entetes.get('upgrade')?.toLowerCase() === 'websocket';
  const connection = jetons(entetes.get('connection')).includes('upgrade');
  return methode === 'GET' && version === '1.1' && upgrade || connection;
}
