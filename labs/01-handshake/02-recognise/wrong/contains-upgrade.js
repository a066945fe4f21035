// échoue : C7 seulement
// confusion : part-of-a-word
export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && Boolean(entetes.get('connection')?.toLowerCase().includes('upgrade'));
}
