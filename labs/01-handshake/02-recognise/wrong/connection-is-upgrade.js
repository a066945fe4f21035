// échoue : C3 seulement
// confusion : connection-is-one-word
export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && entetes.get('connection') === 'Upgrade';
}
