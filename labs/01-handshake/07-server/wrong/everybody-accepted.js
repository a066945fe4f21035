// échoue : C4
// confusion : nobody-refused
import { createServer } from 'node:http';
import { reponse101 } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

const enMap = (entetes = {}) => new Map(Object.entries(entetes));

export function creerServeur({ sousProtocoles }) {
  const serveur = createServer((requete, reponse) => {
    reponse.writeHead(426).end();
  });

  serveur.on('upgrade', async (requete, socket) => {
    socket.on('error', () => {});
    const entetes = enMap(requete.headers);
    const offre = entetes.get('sec-websocket-protocol');
    const sousProtocole = choisirSousProtocole(offre, sousProtocoles);
    const cle = entetes.get('sec-websocket-key');
    socket.write(await reponse101({ cle, sousProtocole }));
  });
  return serveur;
}
