// échoue : C6 seulement
// confusion : empty-line
import { STATUS_CODES } from 'node:http';
import { calculerAccept } from './accept.js';

export function reponse101({ cle, sousProtocole }) {
  const lignes = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${calculerAccept(cle)}`,
  ];
  if (sousProtocole !== null) lignes.push(`Sec-WebSocket-Protocol: ${sousProtocole}`);
  return [...lignes, '', ''].join('\r\n');
}

export function reponseRefus(statut, entetes) {
  const lignes = [`HTTP/1.1 ${statut} ${STATUS_CODES[statut]}`];
  for (const [nom, valeur] of entetes) lignes.push(`${nom}: ${valeur}`);
  lignes.push('Content-Length: 0', 'Connection: close');
  return [...lignes, ''].join('\r\n');
}
