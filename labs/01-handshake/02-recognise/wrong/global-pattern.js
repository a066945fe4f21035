// échoue : C1
// confusion : kept-between-calls
const JETON = /(^|,)\s*upgrade\s*(,|$)/gi;

export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && entetes.get('upgrade')?.toLowerCase() === 'websocket' && JETON.test(entetes.get('connection'));
}
