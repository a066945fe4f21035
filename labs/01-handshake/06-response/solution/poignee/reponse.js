import { STATUS_CODES } from 'node:http';
import { calculerAccept } from './accept.js';

export async function reponse101({ cle, sousProtocole }) {
  const lignes = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    // « await » convient aussi à un calculerAccept qui ne rend pas de promesse.
    `Sec-WebSocket-Accept: ${await calculerAccept(cle)}`,
  ];
  // Sans accord, la ligne entière disparaît : « Sec-WebSocket-Protocol: null » serait un nom.
  if (sousProtocole !== null) lignes.push(`Sec-WebSocket-Protocol: ${sousProtocole}`);
  return enTete(lignes);
}

export function reponseRefus(statut, entetes) {
  return enTete([
    `HTTP/1.1 ${statut} ${STATUS_CODES[statut] ?? ''}`,
    ...Array.from(entetes, ([nom, valeur]) => `${nom}: ${valeur}`),
    // Pas de corps, et pas de requête suivante : le client n’attend rien d’autre.
    'Content-Length: 0',
    'Connection: close',
  ]);
}

// Les deux chaînes vides donnent la dernière fin de ligne, puis la ligne vide : « \r\n\r\n », une seule fois.
function enTete(lignes) {
  return [...lignes, '', ''].join('\r\n');
}
