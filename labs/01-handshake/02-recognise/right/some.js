export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && Boolean(entetes.get('connection')?.split(',').some((jeton) => jeton.trim().toLowerCase() === 'upgrade'));
}
