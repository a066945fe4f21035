import net from 'node:net';
import { choisirSousProtocole } from './sousprotocole.js';
import { lireRequete } from './lire.js';
import { reponse101 } from './reponse.js';

export const creerServeur = async ({ sousProtocoles }) =>
  net.createServer({ noDelay: true }, (socket) => {
    const morceaux = [];
    socket.on('error', () => {});
    socket.on('data', async (morceau) => {
      morceaux.push(morceau);
      const requete = lireRequete(Buffer.concat(morceaux).toString('latin1'));
      if (requete === null) return;
      socket.removeAllListeners('data').resume();
      const { entetes } = requete;
      const sousProtocole = choisirSousProtocole(entetes.get('sec-websocket-protocol'), sousProtocoles);
      socket.write(await reponse101({ cle: entetes.get('sec-websocket-key'), sousProtocole }));
    });
  });
