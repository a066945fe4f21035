// échoue : C3
// confusion : template-literal
import { calculerAccept } from './accept.js';

export function reponse101({ cle, sousProtocole }) {
  return `HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: ${calculerAccept(cle)}${sousProtocole ? `
Sec-WebSocket-Protocol: ${sousProtocole}` : ''}

`;
}

export function reponseRefus(statut, entetes) {
  const lignes = [...entetes].map(([nom, valeur]) => `${nom}: ${valeur}\r\n`);
  return `HTTP/1.1 ${statut} Refus\r\n${lignes.join('')}Connection: close\r\n\r\n`;
}
