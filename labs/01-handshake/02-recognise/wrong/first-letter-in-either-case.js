// échoue : C2 seulement
// confusion : case-of-token
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && /^[Ww]eb[Ss]ocket$/.test(entetes.get('upgrade')) && jetons(entetes.get('connection')).includes('upgrade');
}
