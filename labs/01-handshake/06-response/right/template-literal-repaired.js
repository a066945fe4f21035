import { createHash } from 'node:crypto';

const accept = (cle) => createHash('sha1').update(`${cle}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');

const enHttp = (texte) => `${texte.trim().replace(/\s*\n\s*/g, '\r\n')}\r\n\r\n`;

export function reponse101({ cle, sousProtocole }) {
  const protocole = sousProtocole ? `Sec-WebSocket-Protocol: ${sousProtocole}` : '';
  return enHttp(`
    HTTP/1.1 101 Switching Protocols
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Accept: ${accept(cle)}
    ${protocole}
  `);
}

export function reponseRefus(statut, entetes) {
  let texte = `HTTP/1.1 ${statut} undefined`;
  for (const nom of entetes.keys()) texte += `\n${nom}: ${entetes.get(nom)}`;
  return enHttp(`${texte}\nConnection: close`);
}
