// échoue : C8 seulement
// confusion : method-or-version
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version.startsWith('1.') && entetes.get('upgrade')?.toLowerCase() === 'websocket' && jetons(entetes.get('connection')).includes('upgrade');
}
