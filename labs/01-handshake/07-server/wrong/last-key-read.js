// échoue : C3 seulement
// confusion : shared-by-connections
import { createServer } from 'node:net';
import { decider } from './decider.js';
import { reponse101, reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

export function creerServeur(options) {
  let cle;
  return createServer((socket) => {
    const lignes = [];
    let reste = '';
    socket.on('error', () => {});
    socket.on('data', function lire(morceau) {
      const parties = (reste + morceau.toString('latin1')).split('\r\n');
      reste = parties.pop();
      for (const ligne of parties) {
        if (ligne === '') {
          socket.off('data', lire).resume();
          repondre(lignes, cle, socket, options);
          return;
        }
        lignes.push(ligne);
        if (/^sec-websocket-key:/i.test(ligne)) cle = ligne.slice(18).trim();
      }
    });
  });
}

async function repondre([premiere, ...lignes], cle, socket, { chemins, sousProtocoles }) {
  const [methode, cible, protocole] = premiere.split(' ');
  const entetes = new Map(lignes.map(couper));
  if (methode === 'GET' && !entetes.has('upgrade')) {
    return socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  }
  const decision = decider({ methode, cible, version: protocole.slice(5), entetes }, { chemins });
  if (decision.statut !== 101) {
    return socket.end(reponseRefus(decision.statut, new Map(Object.entries(decision.entetes ?? {}))));
  }
  const sousProtocole = choisirSousProtocole(entetes.get('sec-websocket-protocol'), sousProtocoles);
  socket.write(await reponse101({ cle, sousProtocole }));
}

function couper(ligne) {
  const deuxPoints = ligne.indexOf(':');
  return [ligne.slice(0, deuxPoints).toLowerCase(), ligne.slice(deuxPoints + 1).trim()];
}
