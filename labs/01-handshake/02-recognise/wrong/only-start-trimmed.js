// échoue : C3 seulement
// confusion : spaces-in-list
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trimStart().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && jetons(entetes.get('connection')).includes('upgrade');
}
