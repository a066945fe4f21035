// échoue : C7 seulement
// confusion : one-condition-is-enough
export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && entetes.has('connection');
}
