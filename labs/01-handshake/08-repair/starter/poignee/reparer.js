import { createServer } from 'node:http';
import { calculerAccept } from './accept.js';
import { decider } from './decider.js';
import { reponseRefus } from './reponse.js';

export function creerServeur({ chemins, sousProtocoles }) {
  const serveur = createServer((requete, reponse) => {
    reponse.writeHead(426, { Upgrade: 'websocket', 'Content-Length': 0 }).end();
  });

  serveur.on('upgrade', async (requete, socket) => {
    socket.on('error', () => socket.destroy());
    const entetes = new Map(Object.entries(requete.headers));
    const demande = { methode: requete.method, cible: requete.url, version: '1.1', entetes };
    const decision = await decider(demande, { chemins });
    if (decision.statut !== 101) {
      socket.end(await reponseRefus(decision.statut, new Map(Object.entries(decision.entetes ?? {}))));
      return;
    }

    // La réponse du support de 2013, à l’octet près. Le navigateur la refuse : pourquoi ?
    const lignes = [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${await calculerAccept(entetes.get('sec-websocket-key'))}`,
      `Sec-WebSocket-Protocol: ${sousProtocoles.join('')}`,
    ];
    console.log('offre   :', entetes.get('sec-websocket-protocol'));
    console.log('réponse :', sousProtocoles.join(''));
    socket.write([...lignes, '', ''].join('\r\n'));
  });

  return serveur;
}
