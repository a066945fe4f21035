// échoue : C5 seulement
// confusion : absent-header
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export async function estDemandeWebSocket({ methode, version, entetes }) {
  if (!entetes.has('upgrade') || !entetes.has('connection')) return Promise.reject(new Error('en-tête absent'));
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && jetons(entetes.get('connection')).includes('upgrade');
}
