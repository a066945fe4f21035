// échoue : C3
// confusion : template-literal
import { calculerAccept } from './accept.js';

export function reponse101({ cle, sousProtocole }) {
  const protocole = sousProtocole ? `\n    Sec-WebSocket-Protocol: ${sousProtocole}` : '';
  return `
    HTTP/1.1 101 Switching Protocols
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Accept: ${calculerAccept(cle)}${protocole}

`;
}

export function reponseRefus(statut, entetes) {
  let texte = `HTTP/1.1 ${statut} Refus\r\n`;
  for (const [nom, valeur] of entetes) texte += `${nom}: ${valeur}\r\n`;
  return `${texte}Content-Length: 0\r\n\r\n`;
}
