// échoue : C1
// confusion : kept-between-calls
export function lireRequete(texte) {
  if (!texte.includes('\r\n\r\n')) return null;
  return {
    methode: 'GET',
    cible: '/chat',
    version: '1.1',
    entetes: new Map([
      ['host', 'server.example.com'],
      ['upgrade', 'websocket'],
      ['connection', 'Upgrade'],
      ['sec-websocket-key', 'dGhlIHNhbXBsZSBub25jZQ=='],
      ['origin', 'http://example.com'],
      ['sec-websocket-protocol', 'chat, superchat'],
      ['sec-websocket-version', '13'],
    ]),
  };
}
