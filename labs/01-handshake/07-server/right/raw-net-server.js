import { createServer } from 'node:net';
import { lireRequete } from './lire.js';
import { estDemandeWebSocket } from './reconnaitre.js';
import { decider } from './decider.js';
import { choisirSousProtocole } from './sousprotocole.js';
import { reponse101, reponseRefus } from './reponse.js';

// Sans node:http : les octets s’accumulent jusqu’à la ligne vide, puis on ne les lit plus.
export const creerServeur = ({ chemins, sousProtocoles }) =>
  createServer((socket) => {
    let recu = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', async function lire(morceau) {
      recu = Buffer.concat([recu, morceau]);
      const requete = await lireRequete(recu.toString('latin1'));
      if (requete === null) return;
      socket.off('data', lire);
      socket.resume();
      const { statut, entetes } = await decider(requete, { chemins });
      if (statut === 101) {
        const cle = requete.entetes.get('sec-websocket-key');
        const sousProtocole = choisirSousProtocole(
          requete.entetes.get('sec-websocket-protocol'),
          sousProtocoles,
        );
        socket.write(await reponse101({ cle, sousProtocole }));
      } else if (!estDemandeWebSocket(requete) && requete.methode === 'GET') {
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\nIci, on parle WebSocket.\n');
      } else {
        socket.end(reponseRefus(statut, new Map(Object.entries(entetes ?? {}))));
      }
    });
  });
