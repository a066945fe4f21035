// échoue : C3 seulement
// confusion : case-of-token
export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && /(^|,)\s*[Uu]pgrade\s*(,|$)/.test(entetes.get('connection'));
}
