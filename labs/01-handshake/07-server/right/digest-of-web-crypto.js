import { createServer } from 'node:http';
import { decider } from './decider.js';
import { choisirSousProtocole } from './sousprotocole.js';

// Un calcul sur un autre fil : la réponse part quelques tours plus tard, et jamais sur une socket disparue.
async function calculerAccept(cle) {
  const octets = new TextEncoder().encode(`${cle}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
  const empreinte = await globalThis.crypto.subtle.digest('SHA-1', octets);
  return btoa(String.fromCharCode(...new Uint8Array(empreinte)));
}

export function creerServeur(options) {
  const serveur = createServer((_, reponse) => {
    reponse.writeHead(200, { 'content-type': 'text/html', 'content-length': 2 });
    reponse.end('ok');
  });
  serveur.addListener('upgrade', (requete, socket) => {
    socket.on('error', () => {});
    recevoir(requete, socket, options).catch(() => socket.destroy());
  });
  return serveur;
}

async function recevoir({ method, url, headers }, socket, { chemins, sousProtocoles }) {
  const entetes = new Map(Object.entries(headers));
  const { statut, entetes: joints } = decider({ methode: method, cible: url, entetes }, { chemins });
  const lignes = statut === 101 ? await accepter(entetes, sousProtocoles) : refuser(statut, joints);
  if (!socket.writable) return;
  for (const ligne of lignes) socket.write(`${ligne}\r\n`);
  socket.write('\r\n');
  if (statut !== 101) socket.end();
}

async function accepter(entetes, acceptes) {
  const sousProtocole = choisirSousProtocole(entetes.get('sec-websocket-protocol'), acceptes);
  return [
    'HTTP/1.1 101 Bienvenue',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${await calculerAccept(entetes.get('sec-websocket-key'))}`,
    ...(sousProtocole === null ? [] : [`Sec-WebSocket-Protocol: ${sousProtocole}`]),
  ];
}

function refuser(statut, entetes = {}) {
  const lignes = Object.entries(entetes).map(([nom, valeur]) => `${nom}: ${valeur}`);
  return [`HTTP/1.1 ${statut} Refus`, ...lignes, 'Content-Length: 0'];
}
