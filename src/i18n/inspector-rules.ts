// What the protocol's own names and rules are called in French: one line for each of `src/wire`, none left out.
import type {
  CloseCodeName,
  OpcodeName,
  ProtocolErrorCode,
  UpgradeRefusal,
} from '../wire/index.ts';

export const OPCODES: Record<OpcodeName, string> = {
  continuation: 'suite',
  text: 'texte',
  binary: 'binaire',
  close: 'fermeture',
  ping: 'ping',
  pong: 'pong',
};

/** One sentence for each rule that bytes from outside may break. */
export const FAULTS: Record<ProtocolErrorCode, string> = {
  'head-malformed':
    'Cette ligne n’est pas de l’HTTP : une première ligne, puis des lignes « Nom: valeur », terminées par CR LF.',
  'head-too-large': 'L’en-tête dépasse 16 384 octets sans ligne vide pour le finir.',
  'status-not-101': 'Un serveur qui accepte répond 101.',
  'upgrade-not-websocket': 'La réponse doit porter « Upgrade: websocket ».',
  'connection-not-upgrade': 'La réponse doit porter « Connection: Upgrade ».',
  'accept-mismatch': 'Sec-WebSocket-Accept ne correspond pas à la clé de la requête.',
  'extension-not-offered': 'Le serveur accepte une extension que le client n’a pas proposée.',
  'subprotocol-not-offered': 'Le serveur choisit un sous-protocole que le client n’a pas proposé.',
  'reserved-bits-set':
    'RSV1, RSV2 et RSV3 valent 0 tant qu’aucune extension ne leur donne un sens.',
  'unknown-opcode': 'Cet opcode est réservé : personne ne sait ce que porte la trame.',
  'payload-length-sign-bit': 'Le premier bit d’une longueur sur 64 bits vaut 0.',
  'frame-not-masked': 'Un client masque toutes ses trames : MASK devrait valoir 1.',
  'frame-masked': 'Un serveur ne masque jamais : MASK devrait valoir 0.',
  'control-frame-fragmented': 'Une trame de contrôle tient en une fois : FIN devrait valoir 1.',
  'control-frame-too-long': 'Une trame de contrôle porte 125 octets au plus.',
  'frame-too-large': 'La longueur annoncée est démesurée.',
  'unexpected-continuation': 'Une trame de suite, alors qu’aucun message n’est commencé.',
  'expected-continuation': 'Un nouveau message, alors que le précédent n’est pas fini.',
  'message-too-large': 'Le message est démesuré.',
  'invalid-utf8': 'Ce texte n’est pas de l’UTF-8 valide.',
  'close-payload-one-byte': 'Une fermeture porte zéro octet, ou un code de deux octets au moins.',
  'close-code-invalid': 'Ce code de fermeture ne voyage jamais dans une trame.',
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

export const CLOSE_CODES: Record<CloseCodeName, string> = {
  normalClosure: 'fermeture normale',
  goingAway: 'l’un des deux s’en va',
  protocolError: 'erreur de protocole',
  unsupportedData: 'type de données refusé',
  reserved: 'réservé',
  noStatusReceived: 'aucun code reçu ; ne voyage jamais',
  abnormalClosure: 'coupure sans fermeture ; ne voyage jamais',
  invalidPayloadData: 'données invalides, texte hors UTF-8 par exemple',
  policyViolation: 'contraire aux règles du serveur',
  messageTooBig: 'message trop gros',
  mandatoryExtension: 'le client exigeait une extension',
  internalError: 'erreur interne du serveur',
  serviceRestart: 'le service redémarre',
  tryAgainLater: 'réessayer plus tard',
  badGateway: 'mauvaise réponse derrière la passerelle',
  tlsHandshake: 'échec de TLS ; ne voyage jamais',
};
