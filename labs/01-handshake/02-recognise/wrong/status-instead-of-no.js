// échoue : C4 seulement
// confusion : not-a-yes-or-no
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  if (methode !== 'GET') return 405;
  return version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && jetons(entetes.get('connection')).includes('upgrade');
}
