import { Server } from 'node:http';
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

// Tout dans un fichier, avec d’autres statuts permis, et un préféré du serveur pour le sous-protocole.
export function creerServeur({ chemins = [], sousProtocoles = [] } = {}) {
  const sockets = new Set();
  const serveur = new Server((requete, reponse) => {
    reponse.statusCode = 426;
    reponse.setHeader('upgrade', 'websocket');
    reponse.write('Upgrade ');
    setTimeout(() => reponse.end('Required'), 300);
  }).on('upgrade', (requete, socket) => {
    socket.on('error', () => sockets.delete(socket)).on('close', () => sockets.delete(socket));
    sockets.add(socket);
    const { 'sec-websocket-key': cle = '', 'sec-websocket-version': version } = requete.headers;
    const refuser = (ligne, ...autres) =>
      socket.end([`HTTP/1.1 ${ligne}`, 'connection: close', ...autres, '', 'refus'].join('\r\n'));
    if (requete.method !== 'GET') return refuser('400 Bad Request');
    if (!chemins.includes(new URL(requete.url, 'http://x').pathname)) return refuser('404 Not Found');
    if (!/^websocket$/i.test(requete.headers.upgrade)) return refuser('400 Bad Request');
    if (version !== '13') return refuser('400 Bad Request', 'sec-websocket-version: 13, 8');
    if (!/^[\w+/]{22}==$/.test(cle)) return refuser('400 Bad Request');
    const offerts = String(requete.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
    const choisi = sousProtocoles.toReversed().find((nom) => offerts.includes(nom));
    const lignes = [
      'HTTP/1.1 101',
      `sec-websocket-accept: ${createHash('sha1').update(cle + GUID).digest('base64')}`,
      'connection: keep-alive, upgrade',
      'upgrade: WebSocket',
      ...(choisi ? [`sec-websocket-protocol: ${choisi}`] : []),
    ];
    setImmediate(() => socket.write(`${lignes.join('\r\n')}\r\n\r\n`, 'latin1'));
  });
  return {
    listen: (port, pret) => serveur.listen({ port }, pret),
    address: () => serveur.address(),
    close() {
      for (const socket of sockets) socket.destroy();
      serveur.close();
    },
  };
}
