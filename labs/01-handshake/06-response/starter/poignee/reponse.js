import { calculerAccept } from './accept.js';

// Regardez les octets : où finit chaque ligne, et par quoi commence-t-elle ?
export function reponse101({ cle, sousProtocole }) {
  return `
    HTTP/1.1 101 Switching Protocols
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Accept: ${calculerAccept(cle)}
    Sec-WebSocket-Protocol: ${sousProtocole}
  `;
}

// Un refus : la ligne de statut, les en-têtes reçus (une Map), de quoi dire où il finit, la ligne vide.
export function reponseRefus(statut, entetes) {
  return `
    HTTP/1.1 ${statut} Refus
  `;
}
