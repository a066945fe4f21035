// The protocol's rules in French: one line for each of `src/wire`, none left out.
import type { ProtocolErrorCode, UpgradeRefusal } from '../wire/index.ts';
import { FRAME_FAULTS } from './frame-rules.ts';

/** One sentence for each rule that bytes from outside may break. */
export const FAULTS: Record<ProtocolErrorCode, string> = {
  'head-malformed':
    'Cette ligne n’est pas de l’HTTP : une première ligne, puis des lignes « Nom: valeur », terminées par CR LF.',
  'head-too-large': 'L’en-tête dépasse 16 384\u00a0octets sans ligne vide pour le finir.',
  'status-not-101': 'Un serveur qui accepte répond 101.',
  'upgrade-not-websocket': 'La réponse doit porter « Upgrade: websocket ».',
  'connection-not-upgrade': 'La réponse doit porter « Connection: Upgrade ».',
  'accept-mismatch': 'Sec-WebSocket-Accept ne correspond pas à la clé de la requête.',
  'extension-not-offered': 'Le serveur accepte une extension que le client n’a pas proposée.',
  'subprotocol-not-offered': 'Le serveur choisit un sous-protocole que le client n’a pas proposé.',
  ...FRAME_FAULTS,
  // What only a sender of ours could break.
  'masking-key-size': 'Une clé de masquage fait 4 octets.',
  'control-payload-too-long': 'Une trame de contrôle porte 125 octets au plus.',
  'close-code-not-sendable': 'Ce code de fermeture ne s’envoie pas.',
  'close-reason-too-long': 'La raison d’une fermeture fait 123 octets au plus.',
  'close-reason-without-code': 'Une raison ne va pas sans code.',
  'close-already-sent': 'Rien ne suit une trame de fermeture.',
  'message-in-progress': 'Un message finit avant que le suivant commence.',
  'no-message-in-progress': 'Seul un message commencé se continue.',
};

export const REFUSALS: Record<UpgradeRefusal['rule'], string> = {
  'method-is-get': 'Une ouverture WebSocket est un GET.',
  'http-is-1.1-or-higher': 'Il faut HTTP/1.1 au moins.',
  'one-host': 'Il faut une ligne Host, et une seule.',
  'upgrade-has-websocket': 'Il manque « websocket » dans Upgrade.',
  'connection-has-upgrade': 'Il manque « Upgrade » dans Connection.',
  'version-is-13': 'Il faut « Sec-WebSocket-Version: 13 ».',
  'one-key-of-16-bytes': 'Il faut une ligne Sec-WebSocket-Key, qui donne 16 octets en base64.',
  'subprotocols-are-tokens': 'Sec-WebSocket-Protocol ne se lit pas comme une liste de noms.',
  'extensions-are-well-formed': 'Sec-WebSocket-Extensions ne se lit pas.',
};
