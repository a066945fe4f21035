import { createServer } from 'node:net';
import { decider } from './decider.js';
import { lireRequete } from './lire.js';
import { reponse101, reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

// En avance sur le labo 3 : un générateur lit l’en-tête en UTF-8, et le serveur salue d’une trame après le 101.
async function* demandes(socket) {
  let texte = '';
  socket.setEncoding('utf8');
  for await (const morceau of socket) {
    texte += morceau;
    const requete = lireRequete(texte);
    if (requete === null) continue;
    yield requete;
    texte = '';
  }
}

export function creerServeur(options) {
  return createServer({ allowHalfOpen: true }, async (socket) => {
    try {
      for await (const requete of demandes(socket)) {
        const { statut, entetes } = decider(requete, options);
        if (statut !== 101) {
          socket.end(reponseRefus(statut === 404 && requete.entetes.get('upgrade') === undefined ? 426 : statut, new Map(Object.entries(entetes ?? {}))));
          return;
        }
        const offre = requete.entetes.get('sec-websocket-protocol');
        const sousProtocole = choisirSousProtocole(offre, options.sousProtocoles);
        socket.write(await reponse101({ cle: requete.entetes.get('sec-websocket-key'), sousProtocole }));
        socket.write(Buffer.from([0x81, 0x05, 0x53, 0x61, 0x6c, 0x75, 0x74]));
      }
    } catch {
      // Le client a disparu : l’itération lance, et personne d’autre n’est touché.
    }
  });
}
