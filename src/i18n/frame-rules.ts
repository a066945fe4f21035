// What frames are called in French, and the rules that they may break; apart, since figures on slides need no more.
import type { CloseCodeName, OpcodeName, ProtocolErrorCode } from '../wire/index.ts';

export const OPCODES: Record<OpcodeName, string> = {
  continuation: 'suite',
  text: 'texte',
  binary: 'binaire',
  close: 'fermeture',
  ping: 'ping',
  pong: 'pong',
};

/** One sentence for each rule that a received frame may break. */
export const FRAME_FAULTS = {
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
} as const satisfies Partial<Record<ProtocolErrorCode, string>>;

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
