// échoue : C1
// confusion : kept-between-calls
const JETON = /websocket/iy;

function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && JETON.test(entetes.get('upgrade')) && jetons(entetes.get('connection')).includes('upgrade');
}
