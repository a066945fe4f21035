// échoue : C2
// confusion : no-upgrade-listener
import { createServer } from 'node:http';
import { reponse101 } from './reponse.js';

export function creerServeur() {
  return createServer(async (requete, reponse) => {
    if (requete.headers.upgrade) {
      // Ici, Node écrit lui-même l’en-tête : ce texte devient le corps d’une réponse 200.
      reponse.end(await reponse101({ cle: requete.headers['sec-websocket-key'], sousProtocole: null }));
      return;
    }
    reponse.writeHead(426).end();
  });
}
