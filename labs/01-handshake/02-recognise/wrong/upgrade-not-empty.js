// échoue : C6 seulement
// confusion : any-protocol
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && Boolean(entetes.get('upgrade')) && jetons(entetes.get('connection')).includes('upgrade');
}
