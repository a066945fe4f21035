// échoue : C6 seulement
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
  const recus = [...entetes].map(([nom, valeur]) => `${nom}: ${valeur}`).join('\r\n');
  return `HTTP/1.1 ${statut} Refus\r\n${recus}\r\nContent-Length: 0\r\n\r\n`;
}
