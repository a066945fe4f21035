// échoue : C7
// confusion : not-a-yes-or-no
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && jetons(entetes.get('connection')).filter((jeton) => jeton === 'upgrade');
}
