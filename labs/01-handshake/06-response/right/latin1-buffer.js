import { calculerAccept } from './accept.js';

const CRLF = '\r\n';

export const reponse101 = ({ cle, sousProtocole = null }) =>
  Buffer.from(
    'HTTP/1.1 101 Changement accepté' + CRLF +
    'sec-websocket-accept:' + calculerAccept(cle) + CRLF +
    (sousProtocole ? 'SEC-WEBSOCKET-PROTOCOL:\t' + sousProtocole + CRLF : '') +
    'CONNECTION: keep-alive, upgrade' + CRLF +
    'upgrade:WebSocket  ' + CRLF + CRLF,
    'latin1',
  );

export const reponseRefus = (statut, entetes) =>
  Buffer.from(
    `HTTP/1.1 ${statut} Refusé` + CRLF +
    [...entetes].map(([nom, valeur]) => `${nom.toUpperCase()}:${valeur}` + CRLF).join('') +
    'Content-Length: 0' + CRLF + CRLF,
    'latin1',
  );
