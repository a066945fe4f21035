import { createServer } from 'node:http';
import { decider } from './decider.js';
import { reponse101, reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

export function creerServeur({ chemins, sousProtocoles }) {
  // Une requête ordinaire : 426 dit « cette adresse parle WebSocket », et la réponse est complète.
  const serveur = createServer((requete, reponse) => {
    reponse.writeHead(426, { Upgrade: 'websocket', 'Content-Length': 0 }).end();
  });

  // « upgrade » donne la connexion nue : ni parseur, ni objet « response ». On écrit dans la socket.
  serveur.on('upgrade', async (requete, socket) => {
    // Un client peut disparaître à tout moment. Sans cet écouteur, l’erreur arrêterait tout le serveur.
    socket.on('error', () => socket.destroy());

    // Les étapes 1.1 à 1.6 parlent de « cible » et d’une Map ; node:http, de « url » et d’un objet.
    const demande = {
      methode: requete.method,
      cible: requete.url,
      version: requete.httpVersion,
      entetes: new Map(Object.entries(requete.headers)),
    };

    const { statut, entetes = {} } = await decider(demande, { chemins });
    if (statut !== 101) {
      // « end » écrit, puis ferme : après un refus, il n’y a plus rien à se dire.
      socket.end(await reponseRefus(statut, enMap(entetes)));
      return;
    }

    const cle = demande.entetes.get('sec-websocket-key');
    const offre = demande.entetes.get('sec-websocket-protocol');
    const sousProtocole = await choisirSousProtocole(offre, sousProtocoles);

    // « write », et non « end » : la socket reste ouverte, elle est désormais un WebSocket.
    socket.write(await reponse101({ cle, sousProtocole }));
  });

  // Sans « listen » : celui qui appelle choisit le port.
  return serveur;
}

// « decider » peut rendre ses en-têtes dans une Map, un Headers ou un objet ; « reponseRefus » attend une Map.
function enMap(entetes) {
  const paires = entetes instanceof Map || entetes instanceof Headers ? entetes : Object.entries(entetes);
  return new Map(paires);
}
