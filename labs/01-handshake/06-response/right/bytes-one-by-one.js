import { calculerAccept } from './accept.js';

function* octets(lignes) {
  for (const ligne of lignes) {
    for (const lettre of ligne) yield lettre.charCodeAt(0);
    yield 13;
    yield 10;
  }
  yield 13;
  yield 10;
}

export async function reponse101({ cle, sousProtocole }) {
  const entetes = new Map([
    ['Sec-Websocket-Accept', await calculerAccept(cle)],
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
  ]);
  if (sousProtocole != null) entetes.set('Sec-Websocket-Protocol', sousProtocole);
  return Array.from(octets(['HTTP/1.1 101 ', ...[...entetes].map((entete) => entete.join(': '))]));
}

export async function reponseRefus(statut, entetes) {
  const copie = new Map(entetes).set('Connection', 'close');
  return Uint8Array.from(octets([`HTTP/1.1 ${statut}`, ...[...copie].map((entete) => entete.join(': '))])).buffer;
}
