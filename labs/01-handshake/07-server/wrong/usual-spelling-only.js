// échoue : C2 seulement
import { createServer } from 'node:http';
import { decider } from './decider.js';
import { reponse101, reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

const enMap = (entetes = {}) => new Map(Object.entries(entetes));

export function creerServeur({ chemins, sousProtocoles }) {
  const serveur = createServer((requete, reponse) => {
    reponse.writeHead(426).end();
  });

  serveur.on('upgrade', async (requete, socket) => {
    socket.on('error', () => {});
    if (requete.headers.upgrade !== 'websocket' || requete.headers.connection !== 'Upgrade') {
      socket.end(reponseRefus(400, enMap()));
      return;
    }
    const entetes = enMap(requete.headers);
    const demande = { methode: requete.method, cible: requete.url, version: '1.1', entetes };
    const decision = decider(demande, { chemins });
    if (decision.statut !== 101) {
      socket.end(reponseRefus(decision.statut, enMap(decision.entetes)));
      return;
    }
    const offre = entetes.get('sec-websocket-protocol');
    const sousProtocole = choisirSousProtocole(offre, sousProtocoles);
    const cle = entetes.get('sec-websocket-key');
    socket.write(await reponse101({ cle, sousProtocole }));
  });
  return serveur;
}
