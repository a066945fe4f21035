// échoue : C6 seulement
// confusion : given-ignored
import { calculerAccept } from './accept.js';

const PHRASES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  426: 'Upgrade Required',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

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
  const connu = statut in PHRASES ? statut : 400;
  const lignes = [`HTTP/1.1 ${connu} ${PHRASES[connu]}`];
  for (const [nom, valeur] of entetes) lignes.push(`${nom}: ${valeur}`);
  lignes.push('Content-Length: 0', 'Connection: close');
  return [...lignes, '', ''].join('\r\n');
}
