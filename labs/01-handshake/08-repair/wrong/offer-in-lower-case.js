// échoue : C4 seulement
// confusion : text-search
import { createServer } from 'node:http';
import { calculerAccept } from './accept.js';

export function creerServeur({ sousProtocoles }) {
  const serveur = createServer((requete, reponse) => reponse.writeHead(426).end());
  serveur.on('upgrade', (requete, socket) => {
    socket.on('error', () => {});
    const offre = requete.headers['sec-websocket-protocol'];
    const lignes = [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${calculerAccept(requete.headers['sec-websocket-key'])}`,
    ];
    const choisi = (offre ?? '').toLowerCase().split(/\s*,\s*/).find((nom) => sousProtocoles.includes(nom));
    if (choisi) lignes.push(`Sec-WebSocket-Protocol: ${choisi}`);
    socket.write([...lignes, '', ''].join('\r\n'));
  });
  return serveur;
}
