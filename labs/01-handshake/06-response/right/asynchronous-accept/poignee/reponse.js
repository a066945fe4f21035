import { calculerAccept } from './accept.js';

const lignes = (...toutes) => toutes.filter(Boolean).map((ligne) => `${ligne}\r\n`).join('') + '\r\n';

export const reponse101 = ({ cle, sousProtocole }) =>
  Promise.resolve(calculerAccept(cle)).then((accept) =>
    lignes(
      'HTTP/1.1 101 Bienvenue',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${accept}`,
      sousProtocole && `Sec-WebSocket-Protocol: ${sousProtocole}`,
      'Upgrade: websocket',
      'Server: trame',
    ),
  );

export function reponseRefus(statut, entetes) {
  const recus = [...entetes].map((paire) => paire.join(': '));
  return lignes(`HTTP/1.1 ${statut} Non`, 'Content-Type: text/plain', ...recus, 'content-length: 0', 'connection: close');
}
