// échoue : C1
// confusion : map-read-as-object
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('Upgrade')?.toLowerCase() === 'websocket' && jetons(entetes.get('Connection')).includes('upgrade');
}
