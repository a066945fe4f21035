import { createServer, STATUS_CODES } from 'node:http';
import { decider } from './decider.js';
import { reponse101 } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

const enRequete = ({ method, url, httpVersion, headers }) => ({
  methode: method,
  cible: url,
  version: httpVersion,
  entetes: new Map(Object.entries(headers)),
});

// Node ne donne la socket que pour ce qui sera accepté ; tout le reste est une requête ordinaire, refusée comme telle.
export function creerServeur({ chemins, sousProtocoles }) {
  const serveur = createServer({
    shouldUpgradeCallback: (requete) => decider(enRequete(requete), { chemins }).statut === 101,
  });
  serveur.on('request', (requete, reponse) => {
    const { statut, entetes } = decider(enRequete(requete), { chemins });
    const demande = requete.headers.upgrade !== undefined || statut !== 426;
    reponse.writeHead(demande ? statut : 200, STATUS_CODES[statut], {
      ...entetes,
      ...(demande && { connection: 'close' }),
    });
    reponse.end(demande ? `${STATUS_CODES[statut]}\n` : 'Rien ici : parlez WebSocket.\n');
  });
  serveur.on('upgrade', async (requete, socket) => {
    socket.once('error', () => {});
    const { entetes } = enRequete(requete);
    const sousProtocole = choisirSousProtocole(entetes.get('sec-websocket-protocol'), sousProtocoles);
    socket.write(await reponse101({ cle: entetes.get('sec-websocket-key'), sousProtocole }));
  });
  return serveur;
}
