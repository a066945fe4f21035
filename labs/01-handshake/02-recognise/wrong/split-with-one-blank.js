// échoue : C3 seulement
// confusion : spaces-in-list
export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && (entetes.get('connection') ?? '').toLowerCase().split(/\s?,\s?/).includes('upgrade');
}
