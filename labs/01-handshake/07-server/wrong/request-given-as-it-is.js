// échoue : C2
import { createServer } from 'node:http';
import { decider } from './decider.js';
import { reponse101, reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

export function creerServeur({ chemins, sousProtocoles }) {
  const serveur = createServer((requete, reponse) => {
    reponse.writeHead(426).end();
  });

  serveur.on('upgrade', async (requete, socket) => {
    socket.on('error', () => {});
    // « decider » attend methode, cible et une Map ; Node donne method, url et un objet.
    const { statut, entetes = {} } = await decider(requete, { chemins });
    if (statut !== 101) {
      socket.end(await reponseRefus(statut, new Map(Object.entries(entetes))));
      return;
    }
    const offre = requete.headers['sec-websocket-protocol'];
    const sousProtocole = await choisirSousProtocole(offre, sousProtocoles);
    socket.write(await reponse101({ cle: requete.headers['sec-websocket-key'], sousProtocole }));
  });
  return serveur;
}
