// échoue : C2 seulement
// confusion : http-after-the-101
import { createServer } from 'node:net';
import { decider } from './decider.js';
import { lireRequete } from './lire.js';
import { reponse101, reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

export function creerServeur(options) {
  return createServer((socket) => {
    let recu = '';
    socket.on('error', () => {});
    socket.on('data', (morceau) => {
      recu += morceau.toString('latin1');
      const requete = lireRequete(recu);
      if (requete !== null) repondre(requete, socket, options);
    });
  });
}

async function repondre(requete, socket, { chemins, sousProtocoles }) {
  const { entetes } = requete;
  if (requete.methode === 'GET' && !entetes.has('upgrade')) {
    return socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  }
  const decision = decider(requete, { chemins });
  if (decision.statut !== 101) {
    return socket.end(reponseRefus(decision.statut, new Map(Object.entries(decision.entetes ?? {}))));
  }
  const sousProtocole = choisirSousProtocole(entetes.get('sec-websocket-protocol'), sousProtocoles);
  socket.write(await reponse101({ cle: entetes.get('sec-websocket-key'), sousProtocole }));
}
