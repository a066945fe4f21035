export function estDemandeWebSocket({ methode, version, entetes }) {
  return methode === 'GET' && version === '1.1' && /^websocket$/i.test(entetes.get('upgrade')) && /(^|,)\s*upgrade\s*(,|$)/i.test(entetes.get('connection'));
}
