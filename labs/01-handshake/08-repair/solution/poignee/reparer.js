import { createServer } from 'node:http';
import { calculerAccept } from './accept.js';
import { decider } from './decider.js';
import { reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

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
      socket.end(await reponseRefus(decision.statut, enMap(decision.entetes)));
      return;
    }

    // Un seul nom, pris dans l’offre de ce client ; ou null, quand rien ne convient.
    const offre = entetes.get('sec-websocket-protocol');
    const choisi = await choisirSousProtocole(offre, sousProtocoles);
    const lignes = [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${await calculerAccept(entetes.get('sec-websocket-key'))}`,
    ];
    // Sans accord, pas de ligne du tout : même vide, elle serait un nom que le client n’a pas proposé.
    if (choisi !== null) lignes.push(`Sec-WebSocket-Protocol: ${choisi}`);
    socket.write([...lignes, '', ''].join('\r\n'));
  });

  return serveur;
}

// « decider » peut rendre ses en-têtes dans une Map, un Headers ou un objet ; « reponseRefus » attend une Map.
function enMap(entetes = {}) {
  const estTable = entetes instanceof Map || entetes instanceof Headers;
  return new Map(estTable ? entetes : Object.entries(entetes));
}
