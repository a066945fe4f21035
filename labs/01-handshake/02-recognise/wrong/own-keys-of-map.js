// échoue : C1
// confusion : map-read-as-object
function jetons(valeur = '') {
  return valeur.split(',').map((jeton) => jeton.trim().toLowerCase());
}

export function estDemandeWebSocket({ methode, version, entetes }) {
  const table = Object.fromEntries(Object.entries(entetes));
  return methode === 'GET' && version === '1.1' && table.upgrade?.toLowerCase() === 'websocket' && jetons(table.connection).includes('upgrade');
}
